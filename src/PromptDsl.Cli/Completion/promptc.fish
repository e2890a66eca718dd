# promptc completion for fish. The tool itself knows what may follow; files complete as usual.
function __promptc_complete
    set -l line (commandline -cp)
    promptc "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c promptc -a '(__promptc_complete)'
