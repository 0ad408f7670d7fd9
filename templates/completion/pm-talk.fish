# fish completion for pm-talk
function __pm_talk_complete
    set -l words (commandline -opc)
    set -l current (string replace -r '^["\']' '' -- (commandline -ct))
    set -l lines (pm-talk complete -- $words[2..-1] "$current" 2>/dev/null)
    set -q lines[1]; or return
    set -l behind (string match -r -- '^--[^=]+=' "$current")
    set -l path (string replace -r -- '^--[^=]+=' '' "$current")
    switch $lines[-1]
        case ':0'
            for found in (__fish_complete_path "$path")
                printf '%s%s\n' "$behind" $found
            end
        case ':16'
            for found in (__fish_complete_directories "$path")
                printf '%s%s\n' "$behind" $found
            end
    end
    set -e lines[-1]
    for line in $lines
        printf '%s%s\n' "$behind" $line
    end
end
complete -c pm-talk -e
complete -c pm-talk -f -a '(__pm_talk_complete)'
