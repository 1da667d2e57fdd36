const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A piece of HTML that is safe to send as it is. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

function render(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part === 'object') return part.map((item) => item.text).join('');
	return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Builds HTML; whatever is put in is escaped unless it came from this tag itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(
		strings.reduce((text, string, index) => text + render(parts[index - 1] ?? '') + string),
	);
}

/** The address when it is one that a page may link to or load; scripts are not. */
export function webAddress(text: string): string | undefined {
	try {
		const { protocol, href } = new URL(text);
		return protocol === 'https:' || protocol === 'http:' ? href : undefined;
	} catch {
		return undefined;
	}
}
