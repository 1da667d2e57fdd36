import { allEndpoints } from '../../../simulator/rest/registry';
import { namesIn } from './names';
import { everythingSent, type Sent } from './sent';
import type { Witnessed } from './sightings';
import { oldIn, requiredIn, seenIn, unseen, witnessed } from './witnessed';

/** Names that go out on purpose though no witness has them, each with its reason. */
const allowed: Readonly<Record<string, string[]>> = {};

/** Fields that a page calls required and that the node leaves out, each with its reason. */
const leftOut: Readonly<Record<string, string[]>> = {};

/** `service/command` -> the names that go there, each with one of its senders. */
function namesOf(sent: readonly Sent[]): Map<string, Map<string, string>> {
	const found = new Map<string, Map<string, string>>();
	for (const { from, path, body } of sent) {
		const names = found.get(path) ?? new Map<string, string>();
		for (const name of namesIn(body)) names.set(name, from);
		found.set(path, names);
	}
	return found;
}

/** What the node sends and nobody has seen. */
function inventions(sent: readonly Sent[], table: Witnessed = witnessed): string[] {
	return [...namesOf(sent)].flatMap(([path, names]) =>
		unseen(path, names.keys(), table)
			.filter((name) => !allowed[path]?.includes(name))
			.map((name) => `${path}: ${name} (${names.get(name) ?? ''})`),
	);
}

/** What a page calls required and the node cannot send. */
function gaps(sent: readonly Sent[], table: Witnessed = witnessed): string[] {
	return [...namesOf(sent)].flatMap(([path, names]) =>
		requiredIn(table[path] ?? {})
			.filter((name) => !names.has(name) && !leftOut[path]?.includes(name))
			.map((name) => `${path}: ${name}`),
	);
}

/** What the simulator takes at the top of a body and nobody has seen. */
function inventedBySimulator(
	endpoints: ReadonlyArray<{ path: string; fields: readonly string[] }>,
) {
	return endpoints.flatMap(({ path, fields }) =>
		unseen(path, fields).map((name) => `${path}: ${name}`),
	);
}

describe('the field names of public SDKs and pages', () => {
	let sent: Sent[];
	beforeAll(async () => {
		sent = await everythingSent();
	});

	it('are known for every command that the node calls', () => {
		const paths = new Set(sent.map(({ path }) => path));
		expect(paths.size).toBeGreaterThan(90);
		expect([...paths].filter((path) => !(path in witnessed))).toEqual([]);
	});

	it('hold every name that the node can send', () => {
		expect(inventions(sent)).toEqual([]);
	});

	it('have no required name that the node cannot send', () => {
		expect(gaps(sent)).toEqual([]);
	});

	it('are known for every command that the simulator answers', () => {
		const unknown = allEndpoints.map(({ path }) => path).filter((path) => !(path in witnessed));
		expect(unknown).toEqual([]);
	});

	it('hold every name that the simulator takes', () => {
		expect(inventedBySimulator(allEndpoints)).toEqual([]);
	});

	it('name what is required among what they have seen', () => {
		const wrong = Object.entries(witnessed).flatMap(([path, sightings]) =>
			requiredIn(sightings)
				.filter((name) => !seenIn(sightings).has(name))
				.map((name) => `${path}: ${name}`),
		);
		expect(wrong).toEqual([]);
	});

	it('are needed for all that is allowed without them', () => {
		const names = namesOf(sent);
		for (const [path, list] of Object.entries(allowed)) {
			expect([path, unseen(path, names.get(path)?.keys() ?? [])]).toEqual([path, list]);
		}
		for (const [path, list] of Object.entries(leftOut)) {
			expect([path, requiredIn(witnessed[path] ?? {})]).toEqual([
				path,
				expect.arrayContaining(list),
			]);
		}
	});
});

describe('a planted fault', () => {
	const text = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } }];
	const plant = (path: string, body: Sent['body']): Sent[] => [{ from: 'plant', path, body }];
	const message = { To_Account: 'mia', MsgRandom: 1, MsgBody: text };

	it('is not seen in a body as the page shows it', () => {
		expect(inventions(plant('openim/sendmsg', message))).toEqual([]);
		expect(gaps(plant('openim/sendmsg', message))).toEqual([]);
	});

	it.each<[what: string, path: string, body: Sent['body'], name: string]>([
		['an invented field', 'openim/sendmsg', { ...message, MsgColour: 'red' }, 'MsgColour'],
		['a field of another command', 'openim/sendmsg', { ...message, Random: 1 }, 'Random'],
		['another spelling', 'openim/sendmsg', { ...message, MsgTimestamp: 1 }, 'MsgTimestamp'],
		[
			'an invented field of an element',
			'openim/sendmsg',
			{ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '', Bold: 1 } }] },
			'MsgBody.TIMTextElem.Bold',
		],
		[
			'a field of another element',
			'desk_http_svc/send_msg',
			{ MsgBody: [{ MsgType: 'TIMFileElem', MsgContent: { URL: '' } }] },
			'MsgBody.TIMFileElem.URL',
		],
		[
			'an invented setting of a push, wherever it hangs',
			'timpush/add_sched_task',
			{ Content: { OfflinePushInfo: { AndroidInfo: { NokiaSound: '' } } } },
			'OfflinePushInfo.AndroidInfo.NokiaSound',
		],
		[
			'an invented field in a list',
			'group_open_http_svc/create_group',
			{ MemberList: [{ Member_Account: 'mia', Nick: 'Mia' }] },
			'MemberList.Nick',
		],
	])('%s is found', (_what, path, body, name) => {
		expect(inventions(plant(path, body))).toEqual([`${path}: ${name} (plant)`]);
	});

	it('in the names of former years is found', () => {
		const old = Object.entries(witnessed).flatMap(([path, sightings]) =>
			oldIn(sightings).map((name) => ({ path, name })),
		);
		expect(old.length).toBeGreaterThan(3);
		for (const { path, name } of old) expect(unseen(path, [name])).toEqual([name]);
	});

	it('is not seen in a name that the caller makes up', () => {
		expect(unseen('timpush/set_attr', ['UserAttrs.Attrs.city'])).toEqual([]);
		expect(unseen('timpush/set_attr', ['UserAttrs.city'])).toEqual(['UserAttrs.city']);
	});

	it('of a required field left out is found', () => {
		const { MsgRandom: _random, ...rest } = message;
		expect(gaps(plant('openim/sendmsg', rest))).toEqual(['openim/sendmsg: MsgRandom']);
	});

	it('of a command without a witness is found', () => {
		expect(inventions(plant('openim/shout', { Loud: 1 }))).toEqual(['openim/shout: Loud (plant)']);
	});

	it('of the simulator is found', () => {
		const endpoint = { path: 'openim/admin_msgwithdraw', fields: ['MsgKey', 'MsgId'] };
		expect(inventedBySimulator([endpoint])).toEqual(['openim/admin_msgwithdraw: MsgId']);
	});
});
