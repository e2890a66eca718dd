#compdef promptc
# promptc completion for zsh. The tool itself knows what may follow; files complete as usual.
_promptc() {
    local -a completions
    local line="${BUFFER:-${(j: :)words}}"
    local point="${CURSOR:-${#line}}"
    completions=("${(@f)$("${words[1]}" "[suggest:${point}]" "${line}" 2>/dev/null)}")
    completions=("${(@)completions:#}")
    compadd -a -- completions
    _files
}
if [[ "${funcstack[1]}" == "_promptc" ]]; then
    _promptc "$@"
else
    compdef _promptc promptc
fi
