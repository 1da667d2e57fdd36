const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A piece of HTML that may go out as it is. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | Html | readonly Html[];

function escaped(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part !== 'string') return part.map(({ text }) => text).join('');
	return part.replace(/[&<>"']/g, (character) => entities[character]!);
}

/**
 * Builds HTML. What is put in is escaped, unless it was made by this tag. (It is not called `html`:
 * formatters would take the liberty to add blanks.)
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(
		strings.reduce((text, string, index) => text + escaped(parts[index - 1] ?? '') + string),
	);
}
