# promptc completion for bash. The tool itself knows what may follow; files complete as usual.
_promptc() {
    local IFS=$'\n'
    local word="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
}
complete -o default -o bashdefault -F _promptc promptc
