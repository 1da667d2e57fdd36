/** One bar: its label, its length, and the words at its end. */
export interface Bar {
	label: string;
	value: number;
	note: string;
	/** Drawn in the colour of this package. */
	ours: boolean;
}

/** Bars under a heading of their own, on the chart's common scale. */
export interface BarGroup {
	heading: string;
	bars: Bar[];
}

const width = 800;
const labels = 290;
const notes = 170;
const row = 26;
const barHeight = 16;
const headingHeight = 34;
const top = 44;
const bottom = 16;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const round = (value: number) => Math.round(value * 10) / 10;

// The reader's system decides between light and dark, and a page may be of another mind: so the
// picture brings its own ground.
const style = `
.ground { fill: #ffffff; }
text { font: 13px system-ui, sans-serif; fill: #24292f; }
.title { font-size: 16px; font-weight: 600; }
.heading { font-weight: 600; }
.note { fill: #57606a; }
.ours { fill: #0a66d6; }
.other { fill: #8c959f; }
.axis { stroke: #8c959f; }
@media (prefers-color-scheme: dark) {
	.ground { fill: #0d1117; }
	text { fill: #e6edf3; }
	.note { fill: #9da7b3; }
	.ours { fill: #4c9aff; }
	.other { fill: #6e7681; }
	.axis { stroke: #6e7681; }
}`;

function bar({ label, value, note, ours }: Bar, y: number, scale: number): string {
	const width = Math.max(1, round(value * scale));
	const middle = y + barHeight - 3;
	return [
		`<text x="${labels - 10}" y="${middle}" text-anchor="end">${escaped(label)}</text>`,
		`<rect class="${ours ? 'ours' : 'other'}" x="${labels}" y="${y}" width="${width}" height="${barHeight}" rx="2"/>`,
		`<text class="note" x="${labels + width + 8}" y="${middle}">${escaped(note)}</text>`,
	].join('\n');
}

/** A bar chart as SVG, readable on light and dark ground. */
export function barChart(title: string, groups: BarGroup[]): string {
	const max = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)), 1e-9);
	const scale = (width - labels - notes) / max;
	const parts: string[] = [];
	let y = top;
	for (const { heading, bars } of groups) {
		parts.push(`<text class="heading" x="${labels}" y="${y + 16}">${escaped(heading)}</text>`);
		y += headingHeight;
		const top = y - 6;
		for (const one of bars) {
			parts.push(bar(one, y, scale));
			y += row;
		}
		parts.push(`<line class="axis" x1="${labels}" x2="${labels}" y1="${top}" y2="${y - 4}"/>`);
	}
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + bottom}" role="img">`,
		`<title>${escaped(title)}</title>`,
		`<style>${style}\n</style>`,
		'<rect class="ground" width="100%" height="100%" rx="6"/>',
		`<text class="title" x="16" y="26">${escaped(title)}</text>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}
