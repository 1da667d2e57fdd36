import { createHash } from 'crypto';
import { Html, markup } from './html';

const style = `
:root { color-scheme: light dark; --back: #f4f5f7; --paper: #fff; --ink: #1c1e21; --soft: #5a6069;
	--line: #8a9099; --main: #0a58ca; --on-main: #fff; --wrong: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --back: #121417; --paper: #1e2125; --ink: #eceef1;
	--soft: #aab0b9; --line: #6f767f; --main: #7db2ff; --on-main: #0b1a30; --wrong: #ffb4ab; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: var(--back); color: var(--ink);
	font: 100%/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 5vh auto 0; padding: 24px; background: var(--paper);
	border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0 0 12px; font-size: 1.35rem; line-height: 1.3; }
p { margin: 0 0 20px; white-space: pre-line; }
p:last-child { margin: 0; }
form { display: flex; flex-wrap: wrap; gap: 12px; }
fieldset { display: grid; gap: 8px; width: 100%; margin: 0; padding: 0; border: 0; }
legend, .label { padding: 0; margin-bottom: 8px; color: var(--soft); }
.choice { display: flex; gap: 12px; padding: 12px; border: 1px solid var(--line);
	border-radius: 8px; }
.field { width: 100%; }
.label { display: block; }
textarea { width: 100%; min-height: 8rem; padding: 12px; border: 1px solid var(--line);
	border-radius: 8px; background: transparent; color: inherit; font: inherit; }
input { accent-color: var(--main); width: 1.25rem; height: 1.25rem; margin: 2px 0 0; flex: none; }
button { flex: 1 1 8rem; min-height: 48px; padding: 8px 20px; border: 2px solid var(--main);
	border-radius: 8px; background: var(--main); color: var(--on-main); font: inherit;
	font-weight: 600; cursor: pointer; }
button.second { background: transparent; color: var(--main); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.wrong { width: 100%; margin: 0; color: var(--wrong); font-weight: 600; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing but the one style and a form that sends to where it came from. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'`;

/** Headers of every page. The address is as good as the answer: nobody is told, nothing keeps it. */
export const pageHeaders: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex, nofollow',
};

/** One page: a headline, and what stands below it. */
export function layout(language: string, title: string, content: Html): string {
	// n8n puts a policy of its own in the header of the last page; the one in the page stays.
	return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
${content}
</main>
</body>
</html>
`.text;
}
