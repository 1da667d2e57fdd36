import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { resources } from '../../nodes/TencentChatDesk/operations';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { nodeVersions } from '../../nodes/TencentChatDesk/operations/versions';
import { TencentChatDesk } from '../../nodes/TencentChatDesk/TencentChatDesk.node';
import { allEndpoints } from '../../simulator/rest/registry';
import { operationSamples } from '../harness/operationSamples';
import { chatRows } from './catalogue/chat';
import { desk } from './catalogue/desk';
import { gifts } from './catalogue/gifts';
import type { Command, Row } from './catalogue/row';
import { item } from './item';

const live = (
	command: string,
	repeat: Command['repeat'],
	more: Partial<Command> = {},
): Command => ({
	path: `live_engine_http_srv/${command}`,
	repeat,
	order: ['RoomId'],
	rateLimit: [100, 200],
	...more,
});

const liveRoom: Record<string, Row> = {
	sendText: live('send_text_msg', 'unsafe', { perTarget: 40 }),
	sendCustom: live('send_custom_msg', 'unsafe', { perTarget: 40 }),
	create: live('create_room', 'safe', { order: ['RoomInfo.RoomId'] }),
	get: live('get_room_info', 'safe'),
	getMany: live('get_room_list', 'safe', { order: [], rateLimit: [5, 10], page: ['Count', 20] }),
	update: live('update_room_info', 'safe', { order: ['RoomInfo.RoomId'] }),
	delete: live('destroy_room', 'safe'),
	changeOwner: live('change_room_owner', 'safe'),
	getStatistics: live('get_room_stats', 'safe', { rateLimit: [50, 100] }),
	mute: live('mute_member', 'safe'),
	unmute: live('mute_member', 'safe'),
	getMuted: live('get_muted_member_list', 'safe', { page: ['Limit', 100] }),
	ban: live('ban_member', 'safe'),
	unban: live('unban_member', 'safe'),
	getBanned: live('get_banned_member_list', 'safe', { page: ['Limit', 100] }),
	getAdmins: live('get_admin_list', 'safe'),
	addAdmins: live('modify_admin', 'safe'),
	removeAdmins: live('modify_admin', 'safe'),
	getMetadata: live('get_room_metadata', 'safe'),
	setMetadata: live('set_room_metadata', 'safe'),
	deleteMetadata: live('del_room_metadata', 'safe'),
	addRobots: live('add_robot', 'safe', { rateLimit: [50, 100] }),
	getRobots: live('get_robot', 'safe', { rateLimit: [50, 100] }),
	// What a second call answers is not printed; a robot that is gone stays gone.
	removeRobots: live('del_robot', 'safe', { rateLimit: [50, 100] }),
	restoreLayout: live('resume_mcu_task', 'safe', { rateLimit: [10, 20] }),
};

const onSeat = (command: string): Command =>
	live('', 'safe', { path: `room_engine_http_mic/${command}` });

const seat: Record<string, Row> = {
	getMany: onSeat('get_seat_list'),
	pickUser: onSeat('pick_user_on_seat'),
	moveUser: onSeat('move_user_to_seat'),
	kickUser: onSeat('kick_user_off_seat'),
	lock: onSeat('lock_seat'),
};

/** Written from the pages that the operations link to, not from the operations. */
const reference: Record<string, Record<string, Row>> = {
	...desk,
	...chatRows,
	liveRoom,
	seat,
	...gifts,
	callback: {
		answer: 'local',
		takeAnswer: {
			path: 'openim/admin_getroammsg',
			repeat: 'safe',
			order: ['Operator_Account', 'Peer_Account'],
			rateLimit: [100, 200],
			page: ['MaxCnt', 100],
		},
	},
	api: { ...chatRows.api, countKeys: 'local', forgetKeys: 'local' },
};

const catalogue = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		key: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);

const description: INodeTypeDescription = new TencentChatDesk().description;
const version: Pick<INode, 'typeVersion'> = { typeVersion: 1 };

/** The parameters of an operation's sample, every other control left at its default. */
function sampleFields(resource: string, operation: string): Fields {
	const sample = operationSamples[`${resource}.${operation}`];
	if (!sample) throw new Error(`There is no sample of ${resource}.${operation}`);
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		{ resource, operation, ...sample.parameters },
		true,
		false,
		version,
		description,
	);
	return item(values ?? {});
}

/** The fields of a body; those of an object inside it by their path. */
function pathsIn(body: IDataObject): string[] {
	return Object.entries(body).flatMap(([name, value]) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.keys(value).map((inner) => `${name}.${inner}`)
			: [name],
	);
}

function other(value: unknown): IDataObject[string] {
	if (typeof value === 'number') return value + 1;
	if (typeof value === 'boolean') return !value;
	if (Array.isArray(value)) return [...(value as string[]), other(value[0]) as string];
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, other(part)]));
	}
	return 'another';
}

/** The body with another value in one field. */
function changed(body: IDataObject, path: string): IDataObject {
	const [name = '', inner] = path.split('.');
	if (inner === undefined) return { ...body, [name]: other(body[name]) };
	const part = (body[name] ?? {}) as IDataObject;
	return { ...body, [name]: { ...part, [inner]: other(part[inner]) } };
}

describe('a picker', () => {
	it.each(
		description.properties
			.filter(({ name }) => name === 'resource' || name === 'operation')
			.map(({ name, displayOptions, options = [] }) => ({
				picker: [name, ...(displayOptions?.show?.resource ?? [])].join(' of '),
				entries: options.length,
			})),
	)('has no more entries than one can look through: $picker', ({ entries }) => {
		expect(entries).toBeLessThanOrEqual(25);
	});
});

describe('every operation', () => {
	it('has a row in the table, and nothing else has', () => {
		const rows = Object.entries(reference).flatMap(([resource, operations]) =>
			Object.keys(operations).map((operation) => `${resource}.${operation}`),
		);
		expect(rows.sort()).toEqual(catalogue.map(({ key }) => key).sort());
	});

	it('has a value of its own within its resource, and an action text of its own', () => {
		const keys = catalogue.map(({ key }) => key);
		const actions = catalogue.map(({ operation }) => operation.action);
		expect(keys).toEqual([...new Set(keys)]);
		expect(actions).toEqual([...new Set(actions)]);
		expect(new Set(resources.map(({ value }) => value)).size).toBe(resources.length);
	});

	it.each(catalogue)('$key says what it does and where it is documented', ({ operation }) => {
		const { name, action, description: words, documentation } = operation;
		expect(name).toMatch(/^[A-Z]/);
		// Sentence case: no second word begins with a capital letter, short forms aside.
		expect(action).toMatch(/^[A-Z][a-z]*(?: (?:[^A-Z ]\S*|[A-Z]{2,}\S*|UserSig))+$/);
		expect(words).toMatch(/^[A-Z].{9,}$/);
		expect(words.endsWith('.')).toBe(words.includes('. '));
		expect(documentation).toMatch(
			operation.shape === 'memory'
				? /^https:\/\/docs\.n8n\.io\//
				: /^https:\/\/(trtc\.io\/document|(www\.tencentcloud|cloud\.tencent)\.com\/document\/product\/\d+)\/\d+$/,
		);
	});

	/** Public server SDKs have these commands and no page is known: they link to one on what they do. */
	const withoutPage = [
		'im_msg_audit_mgr/add_local_audit_keywords',
		'im_msg_audit_mgr/delete_local_audit_keywords',
		'im_msg_audit_mgr/get_local_audit_keywords',
		'group_open_http_svc/group_msg_receipt',
		'openim/c2c_msg_read_receipt',
	];

	it('links to a page of its own, or of its command', () => {
		const commands = new Map<string, Set<unknown>>();
		for (const { operation } of catalogue) {
			if (!callsApi(operation) || withoutPage.includes(String(operation.path))) continue;
			const { documentation, path } = operation;
			commands.set(documentation, (commands.get(documentation) ?? new Set()).add(path));
		}
		const shared = [...commands].filter(([, paths]) => paths.size > 1).map(([page]) => page);
		expect(shared).toEqual([]);
	});

	const calling = catalogue.flatMap(({ key, resource, operation }) => {
		const row = reference[resource.value]?.[operation.value];
		return row === undefined || row === 'local' || !callsApi(operation)
			? []
			: [{ key, resource: resource.value, operation, row }];
	});

	it.each(catalogue)('$key calls, or makes its output itself, as the table says', (entry) => {
		const { resource, operation } = entry;
		const row = reference[resource.value]?.[operation.value];
		expect(callsApi(operation)).toBe(row !== 'local');
	});

	it.each(calling)('$key calls the path of the reference', ({ resource, operation, row }) => {
		const { path, value } = operation;
		if (row.path === undefined) {
			expect(typeof path).toBe('function');
			return;
		}
		expect(typeof path === 'string' ? path : path(sampleFields(resource, value))).toBe(row.path);
		expect(allEndpoints.map((endpoint) => endpoint.path)).toContain(row.path);
	});

	const choosing = calling.flatMap(({ key, operation }) =>
		operation.commands ? [{ key, ...operation, commands: operation.commands }] : [],
	);

	it.each(choosing)('$key chooses among commands that exist', ({ commands }) => {
		const paths = allEndpoints.map((endpoint) => endpoint.path);
		expect(commands.filter((command) => !paths.includes(command))).toEqual([]);
	});

	it.each(calling)('$key is repeated by the rule of the reference', ({ operation, row }) => {
		const { repeat } = row;
		if (typeof repeat === 'number') {
			expect(operation.retry).toEqual({ policy: 'dedupe', windowSeconds: repeat });
			expect(operation.dedupeFields).toBeDefined();
		} else {
			expect(operation.retry).toEqual({
				policy: repeat === 'safe' ? 'idempotent' : 'unsafe',
			});
		}
	});

	it.each(calling)('$key keeps to the pace of the reference', ({ operation, row }) => {
		const { rateLimit, unitLimit, targetLimit } = operation;
		const page = operation.shape === 'list' ? operation.list.page : undefined;
		expect([rateLimit.default, rateLimit.max]).toEqual(row.rateLimit);
		expect(unitLimit && [unitLimit.default, unitLimit.max]).toEqual(row.units);
		expect(targetLimit?.perSecond).toBe(row.perTarget);
		expect(page && [page.field, page.max]).toEqual(row.page);
	});

	it.each(calling)('$key keeps in order what the reference says', (entry) => {
		const { resource, operation, row } = entry;
		const body = operation.request(sampleFields(resource, operation.value));
		const key = operation.orderingKey(body);
		const fields = [...new Set([...pathsIn(body), ...row.order])];

		const deciding = fields.filter((path) => operation.orderingKey(changed(body, path)) !== key);

		expect(deciding.sort()).toEqual([...row.order].sort());
	});
});

/** The values that a control can have, where they are given; undefined where anything may be. */
function choicesOf({ type, options, modes }: INodeProperties): unknown[] | undefined {
	if (type === 'boolean') return [true, false];
	if (type === 'options' || type === 'multiOptions') {
		return (options as INodePropertyOptions[] | undefined)?.map(({ value }) => value);
	}
	return modes?.map(({ name }) => name);
}

/** Conditions on other controls; the version of the node is none. */
const conditionsOf = ({ displayOptions }: INodeProperties) =>
	Object.entries(displayOptions?.show ?? {}).filter(([name]) => name !== '@version') as Array<
		[string, unknown[]]
	>;

/** The version of the node in which a control is shown. */
const versionOf = ({ displayOptions }: INodeProperties): Pick<INode, 'typeVersion'> => ({
	typeVersion: Number(displayOptions?.show?.['@version']?.[0] ?? 1),
});

const isPicker = (name: string) => name === 'resource' || name === 'operation';

/**
 * Values under which a control is shown: each condition names a control beside it (or, with a
 * slash, at the top) that is shown too and offers every value that the condition names.
 */
function reaching(
	property: INodeProperties,
	siblings: readonly INodeProperties[],
	known: INodeParameters,
): INodeParameters {
	let values = known;
	for (const [name, wanted] of conditionsOf(property)) {
		if (isPicker(name)) {
			if (wanted.includes(known[name])) continue;
			throw new Error(`${property.name} is not of ${String(known[name])}`);
		}
		const atTop = name.startsWith('/');
		const bare = atTop ? name.slice(1) : name;
		const around = atTop ? description.properties : siblings;
		const controls = around.filter((candidate) => {
			const conditions = new Map(conditionsOf(candidate));
			const fits = (picker: string) =>
				conditions.get(picker)?.includes(known[picker] as string) ?? true;
			return candidate.name === bare && fits('resource') && fits('operation');
		});
		if (controls.length === 0) throw new Error(`${property.name} waits for ${name}, which is none`);
		const offered = controls.flatMap((control) => choicesOf(control) ?? wanted);
		const missing = wanted.filter((value) => !offered.includes(value));
		if (missing.length > 0) {
			throw new Error(`${property.name} waits for ${name} to be ${missing.join()}, never offered`);
		}
		const value = wanted[0] as string;
		if (values[bare] === undefined) values = { ...values, [bare]: value };
		else if (!wanted.includes(values[bare])) {
			throw new Error(`${property.name} needs two values of ${name}`);
		}
		const [control] = controls as [INodeProperties];
		values = reaching(control, around, values);
	}
	return values;
}

/** The operations that show a control: those that exist among what its conditions put together. */
function placesOf(property: INodeProperties): Array<{ resource: string; operation: string }> {
	const { resource: of = [], operation: named = [] } = property.displayOptions?.show ?? {};
	return catalogue
		.filter(
			({ resource, operation }) => of.includes(resource.value) && named.includes(operation.value),
		)
		.map(({ resource, operation }) => ({ resource: resource.value, operation: operation.value }));
}

/** The controls of each operation, those inside collections too. */
const controls = description.properties
	.filter(({ name }) => !isPicker(name))
	.flatMap((property) =>
		placesOf(property).map(({ resource, operation }) => ({
			key: `${resource}.${operation}.${property.name}`,
			property,
			pickers: { resource, operation } as INodeParameters,
		})),
	);

/** Groups of controls that stand together inside a control. */
const groupsIn = ({ options = [] }: INodeProperties): INodeProperties[][] => [
	options.filter((option): option is INodeProperties => 'type' in option),
	...options.flatMap((option) => ('values' in option ? [option.values] : [])),
];

describe('every control', () => {
	it('stands in a description that an editor loads at once', () => {
		expect(JSON.stringify(description).length).toBeLessThan(800_000);
	});

	it('names resources and operations that have to do with each other', () => {
		for (const property of description.properties.filter(({ name }) => !isPicker(name))) {
			const { resource, operation } = property.displayOptions?.show ?? {};
			const places = placesOf(property);
			expect(new Set(places.map((place) => place.resource))).toEqual(new Set(resource));
			expect(new Set(places.map((place) => place.operation))).toEqual(new Set(operation));
		}
		expect(controls.length).toBeGreaterThan(catalogue.length);
	});

	it('stands once in the panel of an operation', () => {
		const stands = controls.map(({ key, property }) => {
			const { resource: _of, operation: _named, ...show } = property.displayOptions?.show ?? {};
			return JSON.stringify([key, show]);
		});
		expect(stands.filter((one, index) => stands.indexOf(one) !== index)).toEqual([]);
	});

	it('is never a group without an entry, in no version of the node', () => {
		const isOf = ({ displayOptions }: INodeProperties, version: number) =>
			((displayOptions?.show?.['@version'] ?? [version]) as number[]).includes(version);
		const empty = controls.flatMap(({ key, property }) =>
			nodeVersions
				.filter((version) => property.type === 'collection' && isOf(property, version))
				.filter((version) => !groupsIn(property)[0]!.some((entry) => isOf(entry, version)))
				.map((version) => `${key} in ${version}`),
		);
		expect(empty).toEqual([]);
	});

	it('of an operation that makes calls has the settings of delivery, once in each version', () => {
		for (const { key } of catalogue.filter(({ operation }) => callsApi(operation))) {
			for (const typeVersion of nodeVersions) {
				const settings = controls
					.filter((control) => control.key.startsWith(`${key}.`))
					.filter(({ property, pickers }) =>
						NodeHelpers.displayParameter(pickers, property, { typeVersion }, description),
					)
					.flatMap(({ property }) => (property.options ?? []) as INodeProperties[])
					.filter(({ name }) => name === 'dryRun')
					.filter(({ displayOptions }) =>
						(displayOptions?.show?.['@version'] ?? [typeVersion]).includes(typeVersion),
					);
				expect([key, typeVersion, settings.length]).toEqual([key, typeVersion, 1]);
			}
		}
	});

	it.each(controls)('$key can be reached in the panel', ({ property, pickers }) => {
		const values = reaching(property, description.properties, pickers);
		const isShown = NodeHelpers.displayParameter(
			values,
			property,
			versionOf(property),
			description,
		);
		expect(isShown).toBe(true);

		const visit = (parent: INodeProperties): void => {
			for (const group of groupsIn(parent)) {
				for (const inner of group) {
					const withInner = reaching(inner, group, values);
					const isShown = NodeHelpers.displayParameter(
						withInner,
						inner,
						version,
						description,
						withInner,
					);
					expect([inner.name, isShown]).toEqual([inner.name, true]);
					visit(inner);
				}
			}
		};
		visit(property);
	});

	it('is no second one with the same name under the same conditions', () => {
		const seen = controls.map(({ key, property }) =>
			JSON.stringify([key, property.displayOptions?.show, property.displayOptions?.hide]),
		);
		expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([]);
	});

	it('can keep what stays in the panel when another operation is chosen', () => {
		const kinds = new Map<string, Set<string>>();
		for (const { property } of controls) {
			const { name, type } = property;
			kinds.set(name, (kinds.get(name) ?? new Set()).add(type));
		}
		const ambiguous = [...kinds].filter(([, types]) => types.size > 1).map(([name]) => name);
		expect(ambiguous).toEqual([]);
	});

	it('opens with its list where it picks one thing', () => {
		const pickers = controls
			.flatMap(({ property }) => [property, ...groupsIn(property).flat()])
			.filter(({ type }) => type === 'resourceLocator');
		expect(pickers.length).toBeGreaterThan(20);
		for (const { name, modes, default: opening } of pickers) {
			expect([name, modes?.map((mode) => mode.name)]).toEqual([name, ['list', 'id']]);
			expect(opening).toEqual({ mode: 'list', value: '' });
		}
	});

	/** What each picks, by its name; the ID of a group is one of Desk's agents where it is for Desk. */
	const lists: Readonly<Record<string, string>> = {
		categoryId: 'quickReplyCategories',
		memberId: 'agents',
		questionCategory: 'knowledgeBaseCategories',
		quickReply: 'quickReplies',
		role: 'roles',
		roomId: 'liveRooms',
		serviceAccount: 'serviceAccounts',
	};
	const ofAgents = ['agent', 'agentGroup', 'serviceAccount', 'session'];

	it('opens with the list of what it is called after', () => {
		for (const { key, property } of controls) {
			for (const { name, type, modes } of [property, ...groupsIn(property).flat()]) {
				if (type !== 'resourceLocator') continue;
				const groups = ofAgents.includes(key.split('.')[0]!) ? 'agentGroups' : 'groups';
				const list = modes?.[0]?.typeOptions?.searchListMethod;
				expect([key, name, list]).toEqual([key, name, name === 'groupId' ? groups : lists[name]]);
			}
		}
	});

	it('offers "Simplify" unless all records come as they are', () => {
		const offered = (wanted: string) =>
			controls.some(
				({ key, property }) =>
					key === `${wanted}.options` &&
					groupsIn(property)
						.flat()
						.some(({ name }) => name === 'simplify'),
			);
		expect(['session.getMessages', 'session.sendMessage', 'agent.getMany'].map(offered)).toEqual([
			true,
			true,
			true,
		]);
		expect(
			['session.getMany', 'statistics.getSessions', 'user.generateUserSig'].map(offered),
		).toEqual([false, false, false]);
	});

	it.each(controls)('$key has entries of different names', ({ property }) => {
		const names = groupsIn(property).map((group) =>
			group.map(({ name, displayOptions }) => JSON.stringify([name, displayOptions])),
		);
		for (const group of names) expect(group).toEqual([...new Set(group)]);
	});
});
