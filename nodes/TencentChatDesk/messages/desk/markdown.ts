/**
 * What begins HTML in Markdown. Tencent's web client puts it into the page as it is, scripts
 * included. A web or mail address in angle brackets is none.
 */
const tagStart = /<(?=[a-z/!?])(?!(?:https?:\/\/|mailto:)[^\s<>"']*>)/gi;

const lineBreak = /<br\s*\/?>/gi;

/** A row of a table ends at its line, so that nothing in it can begin another one. */
const tableRow = /^[ \t]*\|.*$/gm;

/** The target of a link or picture, or of a reference, that is no address of the web, mail or phone. */
const otherTarget = /\](?=[(:])(?!.\s*<?(?:https?:\/\/|mailto:|tel:))/gi;

/**
 * Markdown that every client may draw, whoever wrote it: HTML becomes text that is read and not run,
 * and what would link to anything but a web, mail or phone address becomes text, too. Nothing is
 * lost.
 */
export const safeMarkdown = (markdown: string): string =>
	markdown
		.replace(tableRow, (row) => row.replace(lineBreak, ' '))
		.replace(lineBreak, '\n')
		.replace(tagStart, '&lt;')
		.replace(otherTarget, (bracket) => `${bracket}\\`);

const pictures = /!\[([^\]]*)\]\([^)]*\)/g;
const links = /\[([^\]]*)\]\([^)]*\)/g;
const lineMarks =
	/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|(?:```|~~~).*$|(?:[-*_][ \t]*){3,}$)/gm;
const emphasis = /(\*\*|__|~~|`+|\*)(?=\S)(.+?)\1/g;

/** The words of Markdown for a notification, without its marks. */
export const wordsOf = (markdown: string): string =>
	markdown
		.replace(pictures, '$1')
		.replace(links, '$1')
		.replace(lineMarks, '')
		.replace(emphasis, '$2')
		.replace(emphasis, '$2')
		.replace(/\n{2,}/g, '\n')
		.trim();
