'use strict';

const own = '^nodes/TencentChatDesk';
const room = (name) => `${own}/${name}/`;
const theNodes = `${own}/([^/]+\\.node|execute)\\.ts$`;

/** What `from` may not import, with the reason. */
const never = (name, comment, from, ...to) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to: { path: to },
});

/** Data and texts do without n8n when they run; its types are welcome. */
const withoutN8n = (name, from) => ({
	name,
	comment: 'What is data only calls nothing of n8n.',
	severity: 'error',
	from: { path: from },
	to: { path: '(^|/)n8n-(workflow|core)', dependencyTypesNot: ['type-only'] },
});

/**
 * The arrows of the design: node -> operations -> messages -> parameters; node -> delivery ->
 * credentials; sendAndWait -> delivery; trigger -> delivery, messages, parameters. Around the package:
 * tests -> test/harness; scripts, bench -> test/harness. `npm run lint` follows them.
 * docs/architecture.md draws them.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			comment: 'Of two files that need each other, neither can be read alone.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		never('credentials-alone', 'Credentials know nothing of nodes.', '^credentials/', '^nodes/'),
		never(
			'delivery-knows-no-api',
			'The engine knows calls, and nothing of what they are about.',
			room('delivery'),
			...['operations', 'messages', 'sendAndWait', 'trigger'].map(room),
			theNodes,
		),
		never(
			'operations-are-data',
			'Operations say what an API is; the engine does the rest.',
			room('operations'),
			room('delivery'),
			`${room('sendAndWait')}(?!question|waitTime)`,
			`${room('trigger')}(?!callbackResponse)`,
			'^credentials/',
			theNodes,
		),
		never(
			'messages-are-data',
			'Messages turn fields into elements, whoever sends them.',
			room('messages'),
			...['delivery', 'operations', 'sendAndWait', 'trigger'].map(room),
			'^credentials/',
			theNodes,
		),
		never(
			'parameters-alone',
			'Reading a parameter needs nothing else of the node.',
			room('parameters'),
			`${own}/(?!parameters/)`,
			'^credentials/',
		),
		never(
			'contract-alone',
			'The contract is what operations and delivery know of each other.',
			`${own}/contract\\.ts$`,
			`${own}/(?!parameters/)`,
			'^credentials/',
		),
		never(
			'send-and-wait-needs-no-catalogue',
			'Whoever asks takes any operation.',
			room('sendAndWait'),
			room('operations'),
			room('trigger'),
			theNodes,
		),
		never(
			'pages-are-texts',
			'A page is made of texts alone.',
			room('sendAndWait/page'),
			...['delivery', 'parameters', 'trigger'].map(room),
			'^credentials/',
		),
		never(
			'trigger-needs-no-catalogue',
			'Callbacks have nothing to do with operations.',
			room('trigger'),
			room('operations'),
			room('sendAndWait'),
			theNodes,
		),
		never(
			'witness',
			'A simulator that shares code with the node would share its mistakes.',
			'^simulator/',
			'^(nodes|credentials|test|scripts|bench)/',
		),
		never(
			'package-alone',
			'What is published needs nothing of what surrounds it.',
			'^(nodes|credentials)/',
			'^(simulator|test|scripts|bench)/',
		),
		never(
			'harness-knows-no-test',
			'The harness is what tests, scripts and benches share.',
			'^test/harness/',
			'^test/(?!harness/)',
			'^(scripts|bench)/',
		),
		never(
			'scripts-know-no-test',
			'What a script and a test both need stands in the harness.',
			'^(scripts|bench)/',
			'^test/(?!harness/)',
		),
		withoutN8n('operations-without-n8n', room('operations')),
		withoutN8n('messages-without-n8n', room('messages')),
		withoutN8n('parameters-without-n8n', room('parameters')),
		withoutN8n('pages-without-n8n', room('sendAndWait/page')),
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
	},
};
