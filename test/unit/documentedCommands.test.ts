import { resources } from '../../nodes/TencentChatDesk/operations';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { leftOut } from '../../scripts/docs/leftOut';
import { allEndpoints } from '../../simulator/rest/registry';
import { documentedCommands } from './catalogue/documentedCommands';
import { witnessed } from './witness/witnessed';
import { findOperation } from '../support/operation';

const named = new Set(
	resources
		.flatMap(({ operations }) => operations.filter(callsApi))
		.flatMap(({ path, commands = [] }) => [
			...commands,
			...(typeof path === 'string' ? [path] : []),
		]),
);

/** Commands that an operation chooses by its fields, with that operation. */
const chosen: Readonly<Record<string, [resource: string, operation: string]>> = {
	'desk_http_svc/get_available_quick_reply_list': ['quickReply', 'getMany'],
	'desk_http_svc/get_quick_reply_list': ['quickReply', 'getMany'],
	'desk_http_svc/get_member_list': ['agent', 'getMany'],
	'desk_http_svc/get_member_list_in_group': ['agent', 'getMany'],
	'desk_http_svc/update_member_quick_reply': ['quickReply', 'update'],
	'desk_http_svc/update_quick_reply': ['quickReply', 'update'],
	'im_open_login_svc/account_import': ['user', 'import'],
	'im_open_login_svc/multiaccount_import': ['user', 'import'],
};

/** The trigger enters its URL with them. */
const ofTrigger = /^live_config\//;

const withoutOperation = new Map(
	leftOut
		.flatMap(({ commands }) => commands)
		.flatMap(({ call, why }) => (call ? [[call.command, why] as const] : [])),
);

const numberOf = (page: string) => /\d+$/.exec(page)?.[0];

/** Tencent has a second page of a command, in another product. */
const secondPages: Readonly<Record<string, string>> = { 'timpush/push': '60561' };

/** Operations that call one command, or one of two, with the numbers of their pages. */
const linked = resources.flatMap(({ value, operations }) =>
	operations.filter(callsApi).flatMap(({ value: operation, path, commands, documentation }) => {
		const called = typeof path === 'string' ? [path] : (commands ?? []);
		const pages = called
			.flatMap((command) => [documentedCommands[command] ?? '', secondPages[command] ?? ''])
			.flatMap((page) => numberOf(page) ?? []);
		return pages.length > 0 ? [{ key: `${value}.${operation}`, documentation, pages }] : [];
	}),
);

it.each(linked)('$key links to the page of its command', ({ documentation, pages }) => {
	expect(pages).toContain(numberOf(documentation));
});

describe('every command that Tencent documents', () => {
	it.each(Object.keys(documentedCommands).filter((path) => !ofTrigger.test(path)))(
		'%s is an operation, or left out with a reason',
		(path) => {
			const operation = chosen[path];
			if (operation) expect(findOperation(...operation)).toBeDefined();
			else if (!named.has(path)) expect(withoutOperation.get(path)).toMatch(/^[A-Z].{20,}\.$/);
		},
	);

	it('stands in the list, where a client, the simulator or the node knows it', () => {
		const known = [...Object.keys(witnessed), ...allEndpoints.map(({ path }) => path), ...named];
		expect(known.filter((path) => !(path in documentedCommands))).toEqual([]);
	});

	it('has a page, but for those that only clients know', () => {
		const pages = Object.values(documentedCommands);
		expect(pages.filter((page) => page !== '').length).toBeGreaterThan(240);
		for (const page of pages) expect(page).toMatch(/^(?:|T-\d+|(?:CN|TC) \d+\/\d+)$/);
	});

	it('is not both an operation and left out', () => {
		expect([...withoutOperation.keys()].filter((path) => named.has(path))).toEqual([]);
	});
});
