# bash completion for pm-talk. Nothing that is typed or answered is evaluated.
_pm_talk() {
  local line paths=
  COMPREPLY=()
  {
    IFS= read -r paths
    while IFS= read -r line; do COMPREPLY+=("$line"); done
  } < <(pm-talk complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
  [[ $paths == files ]] || compopt +o default 2>/dev/null
  [[ $paths != dirs ]] || compopt -o dirnames 2>/dev/null
}
complete -o default -F _pm_talk pm-talk
