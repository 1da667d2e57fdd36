import { readFileSync } from 'node:fs';

import type { INodeProperties } from 'n8n-workflow';

import { explain } from '../../nodes/TencentChatDesk/delivery/errors/explain';
import { offlinePushProperty } from '../../nodes/TencentChatDesk/messages/offlinePush';
import { messageProperties } from '../../nodes/TencentChatDesk/messages';

import { inProject } from '../harness/project';
import { apiOperation } from '../support/operation';

const page = (name: string) => readFileSync(inProject('docs', name), 'utf8');

/** What the controls with this name say, at any depth. */
function wordsOf(name: string, controls: readonly unknown[]): string {
	return controls
		.filter((part): part is INodeProperties => typeof part === 'object' && part !== null)
		.flatMap((control) => {
			const { displayName, placeholder = '', description = '', options = [] } = control;
			const { values = [] } = control as { values?: unknown[] };
			const said = control.name === name ? [displayName, placeholder, description] : [];
			return [...said, wordsOf(name, options), wordsOf(name, values)];
		})
		.filter((words) => words !== '')
		.join('\n');
}

const inOperation = (resource: string, operation: string) => {
	const { properties, options } = apiOperation(resource, operation);
	return [...properties, ...options];
};

/** What was said wrongly or not at all, and decides what a reader plans. */
describe('what Tencent allows and does, in words', () => {
	it('a trial plan allows 1,000 messages a day (product/269/2282)', () => {
		expect(page('good-to-know.md')).toMatch(/^\| More than 1,000 messages a day +\| A paid/m);
		expect(page('operating-at-scale.md')).toContain('allows 1,000 messages a day');
	});

	it('locking a seat removes who sits there, whatever is locked (document/60716)', () => {
		const { description } = apiOperation('seat', 'lock');
		expect(description).toMatch(/sits there is sent back .* whatever is locked/);
		expect(description).not.toMatch(/leave first/);
	});

	it('whether Desk and Push sign their callbacks is not documented (1229/68988, document/67551)', () => {
		expect(page('trigger.md')).toMatch(
			/does not document whether the callbacks of \*\*Desk\*\* and \*\*Push\*\* are signed/,
		);
	});

	it('the Push service can take pushes back, and says for how long (document/60571)', () => {
		expect(page('operating-at-scale.md')).toMatch(/pushes of the Push service can be revoked/);
		expect(apiOperation('push', 'revoke').description).toMatch(/24 hours/);
	});
});

/** Each with the row of facts behind it: a page of Tencent, by its number at trtc.io or the mainland's site. */
describe('what the panel says about a control', () => {
	const push = (operation: string) => inOperation('push', operation);
	const group = inOperation('group', 'create');

	it.each<[string, string, readonly unknown[], RegExp]>([
		[
			'Push: Revoke, 60571',
			'taskId',
			push('revoke'),
			/Send to Users, Notify All, or Send to All with the Push service/,
		],
		['Push: Revoke, 67824', 'taskId', push('revoke'), /All-Member Push cannot be taken back/],
		[
			'Push: Revoke, CN 117847',
			'offlinePush',
			push('revoke'),
			/everything else cannot be taken back without it/,
		],
		[
			'Push: Send to All, 60571',
			'dailyLimit',
			push('sendToAll'),
			/Only what goes through the Push service can be taken back/,
		],
		[
			'Push: Send to All, CN 137903',
			'dailyLimit',
			push('sendToAll'),
			/100 a day for each app, 10 on free and trial plans/,
		],
		['Push: Notify All, CN 137903', 'dailyLimit', push('notifyAll'), /10 on free and trial plans/],
		[
			'Push: Send to All, CN 45934',
			'msgRandom',
			push('sendToAll'),
			/Set it only to repeat a call that failed: for seven days/,
		],
		['Group: Create, 34381', 'name', group, /30 bytes are safe with every plan/],
		['Group: Create, 34381', 'introduction', group, /240 bytes are safe/],
		['Group: Create, 34381', 'notification', group, /300 bytes are safe/],
		['Group: Create, 34381', 'faceUrl', group, /100 bytes are safe/],
		[
			'Offline Push, 77715',
			'androidSound',
			[offlinePushProperty],
			/e\.g\. \w+\n.*without its suffix/,
		],
		[
			'Offline Push, 77715',
			'apnsSound',
			[offlinePushProperty],
			/e\.g\. \w+\.\w+\n.*with its suffix/,
		],
		[
			'Offline Push, 77715',
			'apnsKeepBadge',
			[offlinePushProperty],
			/a message raises it, and a push of the Push service leaves it alone/,
		],
		[
			'Offline Push, CN 133879',
			'xiaomiChannelId',
			[offlinePushProperty],
			/on Android 8 and later they show nothing without one/,
		],
		[
			'Offline Push, 77715',
			'badgeSet',
			[offlinePushProperty],
			/whatever is to be added: 0 to 999 on iPhones, 0 to 99 on Huawei/,
		],
		[
			'Image, message formats',
			'imageUrl',
			messageProperties,
			/Give its width and height in Image Details: clients lay the picture out by them/,
		],
		[
			'Video, message formats',
			'videoThumbUrl',
			messageProperties,
			/Give its width and height in Video Details/,
		],
		[
			'Agent: Create, CN 269/124916',
			'roleIds',
			inOperation('agent', 'create'),
			/Role > Get Many lists the others/,
		],
		[
			'Live Room: Get Many',
			'sortDirection',
			inOperation('liveRoom', 'getMany'),
			/most views first/,
		],
	])('%s: %s', (_where, name, controls, expected) => {
		expect(wordsOf(name, controls)).toMatch(expected);
	});
});

/** Codes whose meaning on the page is not what one would think. */
it.each([
	[10044, /history/i],
	[10059, /plan|edition/i],
	[20027, /Read the message as it is now/],
	[30002, /account of the contact list request is not valid/],
	[30539, /treat this item as done/],
])('code %i is explained by what its page says', (code, expected) => {
	const { message, advice } = explain(code);
	expect(`${message} ${advice}`).toMatch(expected);
});
