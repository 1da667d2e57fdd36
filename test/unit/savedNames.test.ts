import { readFileSync } from 'node:fs';

import { TencentChatDeskApi } from '../../credentials/TencentChatDeskApi.credentials';
import { TencentChatDesk } from '../../nodes/TencentChatDesk/TencentChatDesk.node';
import { TencentChatDeskTrigger } from '../../nodes/TencentChatDesk/TencentChatDeskTrigger.node';
import { inProject } from '../harness/project';
import { lostNames, namesOfCredential, namesOfNode, type SavedNames } from '../support/savedNames';

const present: SavedNames = {
	...namesOfNode(new TencentChatDesk().description),
	...namesOfNode(new TencentChatDeskTrigger().description),
	...namesOfCredential(new TencentChatDeskApi()),
};

/** What workflows that were saved with version 0.1.0 hold. */
const released = JSON.parse(
	readFileSync(inProject('test/support/savedNames-0.1.0.json'), 'utf8'),
) as SavedNames;

/** Examples that stood in these fields were written into the app of whoever left them alone. */
const examples = [
	'tencentChatDesk.push.setAttributeNames.namesByNumber',
	'tencentChatDesk.push.setAttributes.attributes',
];

/** What is lost of the released names, but for the examples. */
const lostOf = (now: SavedNames): string[] =>
	lostNames(released, now).filter((loss) => !examples.includes(loss.split(' ', 1)[0]!));

describe('what workflows hold that were saved with version 0.1.0', () => {
	it('is all there, and means the same', () => {
		expect(lostOf(present)).toEqual([]);
	});

	it('is nearly two thousand names', () => {
		expect(Object.keys(released).length).toBeGreaterThan(1_900);
	});
});

describe('a name that changes', () => {
	const send = 'tencentChatDesk.directMessage.send';
	const without = (place: string): SavedNames =>
		Object.fromEntries(Object.entries(present).filter(([name]) => name !== place));
	const control = present[`${send}.messageType`]!;

	it.each([
		`${send}.toAccount`,
		`${send}.options.msgRandom`,
		'tencentChatDesk.session.contactUser.serviceAccount',
		'tencentChatDeskTrigger.events',
		'tencentChatDeskApi.secretKey',
	])('is noticed when it is gone: %s', (place) => {
		expect(lostOf(without(place))).toEqual([`${place} is gone`]);
	});

	it.each([
		['type', { ...control, type: 'string' }, /was options and is string$/],
		['choices', { ...control, values: control.values?.slice(1) }, /no longer offers \w+$/],
		['default', { ...control, default: 'card' }, /stood at "text" and stands at "card"$/],
	])('is noticed by its %s', (_what, changed, complaint) => {
		const place = `${send}.messageType`;
		expect(lostOf({ ...present, [place]: changed })).toEqual([expect.stringMatching(complaint)]);
	});

	it('may get company', () => {
		const more = { ...control, values: [...(control.values ?? []), 'richText'] };
		const grown = { ...present, [`${send}.messageType`]: more, [`${send}.more`]: control };
		expect(lostOf(grown)).toEqual([]);
	});
});
