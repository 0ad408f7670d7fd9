#compdef pm-talk
# zsh completion for pm-talk. Works sourced, and as a file `_pm-talk` in a folder of $fpath.
_pm_talk() {
  local -a lines values shown
  local line value about paths current=$PREFIX
  lines=("${(@f)$(pm-talk complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  paths=$lines[-1]
  lines[-1]=()
  for line in "${(@)lines}"; do
    value=${line%%$'\t'*}
    about=${line#*$'\t'}
    values+=("$value")
    shown+=("$value${about:+  -- $about}")
  done
  [[ $current != --*=* ]] || compset -P 1 '*='
  case $paths in
    :0) _files ;;
    :16) _files -/ ;;
  esac
  (( ! $#values )) || compadd -l -d shown -a values
}
if [[ $funcstack[1] == _pm-talk ]]; then
  _pm_talk "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _pm_talk pm-talk
fi
