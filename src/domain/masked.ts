// Takes passwords out of what is said back: of `maria:secret@server` and `?password=secret` only the rest is shown.

/** Nobody types a longer address, and patterns take their time. */
const LONGEST = 4096;
const LOGIN = /([^\s"'@:/]{0,100}):(?!\/\/)[^\s"']*@/g;
const PARAMETER = /([?&][a-z]{0,20}pass[a-z]{0,20}=)[^\s"'&]*/gi;

/** The text to its 4096th character. */
export const masked = (text: string): string =>
  text.slice(0, LONGEST).replace(LOGIN, '$1:…@').replace(PARAMETER, '$1…');
