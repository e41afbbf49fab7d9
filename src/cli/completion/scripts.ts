// The scripts that shells read: each hands the words of its line to `ascpi completion answer` and shows what comes back.

const bash = `# bash completion for ascpi
_ascpi() {
  local line first=1
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $first == 1 && $line == :files ]]; then
      compopt -o default 2>/dev/null
      return
    fi
    first=0
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("$1" completion answer -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _ascpi ascpi
`;

const zsh = `#compdef ascpi
# zsh completion for ascpi
_ascpi() {
  local line
  local -a lines choices
  lines=("\${(@f)$("\${words[1]}" completion answer -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $lines[1] == :files ]]; then
    _files
    return
  fi
  for line in $lines; do
    if [[ $line == *$'\\t'* ]]; then
      choices+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    elif [[ -n $line ]]; then
      choices+=("\${line//:/\\\\:}")
    fi
  done
  _describe -V ascpi choices
}
if [[ $funcstack[1] == _ascpi ]]; then
  _ascpi "$@"
else
  compdef _ascpi ascpi
fi
`;

const fish = `# fish completion for ascpi
function __ascpi_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] completion answer -- $words[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = :files
        __fish_complete_path "$current"
        return
    end
    printf '%s\\n' $lines
end
complete -c ascpi -e
complete -c ascpi -f -a '(__ascpi_complete)'
`;

const powershell = `# PowerShell completion for ascpi
Register-ArgumentCompleter -Native -CommandName ascpi -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') { $words += '""' }
    ascpi completion answer -- @words 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
`;

export const scripts = { bash, zsh, fish, powershell } as const;

/** Where each shell finds it, as a command to run once. */
export const installation: Readonly<Record<keyof typeof scripts, string>> = {
  bash: 'ascpi completion bash > ~/.local/share/bash-completion/completions/ascpi',
  zsh: 'ascpi completion zsh > ~/.zfunc/_ascpi, with fpath+=~/.zfunc before compinit in ~/.zshrc',
  fish: 'ascpi completion fish > ~/.config/fish/completions/ascpi.fish',
  powershell: 'ascpi completion powershell | Out-String | Invoke-Expression, in $PROFILE',
};
