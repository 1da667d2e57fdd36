/** The look of the inbox; it follows the light or dark setting of the system. */
export const INBOX_CSS = `
:root {
	color-scheme: light dark;
	--page: #f4f5f7;
	--sheet: #ffffff;
	--line: #d9dce3;
	--text: #1b1f27;
	--quiet: #5b6472;
	--bubble: #e8f0fe;
	--accent: #0052d9;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #14171c;
		--sheet: #1d2128;
		--line: #343a45;
		--text: #e8eaee;
		--quiet: #9aa3b2;
		--bubble: #26344f;
		--accent: #7fa8ff;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0 auto;
	max-width: 46rem;
	padding: 1rem;
	background: var(--page);
	color: var(--text);
	font: 16px/1.5 system-ui, sans-serif;
}
h1, h2, h3, p, ol { margin: 0; padding: 0; }
h2, h3 { font-size: 1rem; overflow-wrap: anywhere; }
header, section { margin-bottom: 1rem; }
header p, .kind, .note, .meta, .system { color: var(--quiet); font-size: 0.85rem; }
section {
	padding: 1rem;
	background: var(--sheet);
	border: 1px solid var(--line);
	border-radius: 0.75rem;
}
ol { list-style: none; display: grid; gap: 0.5rem; margin-top: 0.75rem; }
.message { justify-self: start; max-width: 100%; }
.system { justify-self: center; }
.text {
	padding: 0.4rem 0.75rem;
	background: var(--bubble);
	border-radius: 0.75rem;
	overflow-wrap: anywhere;
	white-space: pre-wrap;
}
.card {
	width: 20rem;
	max-width: 100%;
	padding: 0.75rem;
	border: 1px solid var(--line);
	border-radius: 0.75rem;
	overflow-wrap: anywhere;
}
.card img, .picture { display: block; max-width: 100%; max-height: 14rem; border-radius: 0.5rem; }
.card a { color: var(--accent); }
`;
