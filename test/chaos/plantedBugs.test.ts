import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { PROJECT_FOLDER } from '../harness/project';
import {
	deliveryOptions,
	judge,
	letters,
	sendAll,
	shortBackOffs,
	shownTo,
	startBadNetwork,
} from './support';
import { sized } from '../support/size';

shortBackOffs();

const delivery = 'nodes/TencentChatDesk/delivery';
const account = '@customer_service_account';

const direct = {
	resource: 'directMessage',
	operation: 'send',
	toAccount: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options: deliveryOptions,
};
const desk = {
	resource: 'session',
	operation: 'sendMessage',
	sendTo: 'user',
	serviceAccount: account,
	userId: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options: deliveryOptions,
};
const live = {
	resource: 'liveRoom',
	operation: 'sendText',
	roomId: 'town-hall',
	senderAccount: 'alice',
	text: '={{ $json.text }}',
	options: deliveryOptions,
};

interface PlantedBug {
	bug: string;
	file: string;
	right: string;
	wrong: string;
	parameters: INodeParameters;
	kind: 'c2c' | 'desk' | 'live';
	symptom: RegExp;
}

const bugs: PlantedBug[] = [
	{
		bug: 'every message gets the same random number',
		file: 'numbers.js',
		right: 'random: lastRandom,',
		wrong: 'random: 1,',
		parameters: desk,
		kind: 'desk',
		symptom: /is lost/,
	},
	{
		bug: 'a repeat gets new numbers',
		file: 'intake.js',
		right: 'if (work.composed)',
		wrong: 'work.numbers = undefined; if (false)',
		parameters: direct,
		kind: 'c2c',
		symptom: /is shown \d+ times/,
	},
	{
		bug: 'conversations have no order',
		file: 'delivery.js',
		right: '(settings.keepOrder ? conversation : undefined)',
		wrong: 'undefined',
		parameters: desk,
		kind: 'desk',
		symptom: /out of order/,
	},
	{
		bug: 'a live text is repeated in doubt',
		file: 'repeat.js',
		right: "rule.rule === 'idempotent'",
		wrong: "rule.rule !== 'dedupe'",
		parameters: live,
		kind: 'live',
		symptom: /is shown \d+ times/,
	},
	{
		bug: 'a failed call counts as sent',
		file: 'delivery.js',
		right: 'if (!reply.ok)',
		wrong: 'if (!reply.ok) { this.settleDone(work.parts[0].item, [{}]); return; } if (false)',
		parameters: direct,
		kind: 'c2c',
		symptom: /is lost/,
	},
];

/** A copy of the built package in which one line is wrong. */
async function packageWith({ file, right, wrong }: PlantedBug): Promise<string> {
	// Inside the project, so that the copy finds n8n-workflow where the original does.
	const cache = path.join(PROJECT_FOLDER, '.cache');
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(path.join(cache, 'planted-bug-'));
	await cp(path.join(PROJECT_FOLDER, 'dist'), path.join(folder, 'dist'), { recursive: true });
	await cp(path.join(PROJECT_FOLDER, 'package.json'), path.join(folder, 'package.json'));
	const target = path.join(folder, 'dist', delivery, file);
	const code = await readFile(target, 'utf8');
	if (!code.includes(right)) throw new Error(`${file} no longer holds: ${right}`);
	await writeFile(target, code.replace(right, wrong));
	return folder;
}

it.each(bugs)('the chaos test notices when $bug', async (planted) => {
	const folder = await packageWith(planted);
	const simulator = await startBadNetwork(5, 50);
	// All texts of a room are one conversation, so its repeats wait for one another.
	const list =
		planted.kind === 'live'
			? letters(sized(400, 100), 1).map((letter) => ({ ...letter, to: 'town-hall' }))
			: letters(sized(1_000, 250), 50);
	const run = await sendAll(simulator, planted.parameters, list, folder).finally(
		async () => await simulator.close(),
	);
	const sender = { c2c: 'administrator', desk: account, live: 'town-hall' }[planted.kind];
	const { problems } = judge(list, run, shownTo(simulator, planted.kind, sender));
	await rm(folder, { recursive: true });
	expect(problems.join('\n')).toMatch(planted.symptom);
});
