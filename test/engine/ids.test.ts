import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { buildRoom } from '../../simulator';
import { importAccount } from '../../simulator/state/world';
import { contactUser } from '../harness/commands';
import {
	testbeds,
	contact,
	desk,
	direct,
	failureIn,
	live,
	message,
	pairs,
	type Testbed,
} from '../harness/engineTestbed';

const open = testbeds();
const locator = (value: string | number): INodeParameters => ({ __rl: true, mode: 'id', value });

/** A world in which every ID of these tests is a number. */
async function openNumbered(): Promise<Testbed> {
	const testbed = await open();
	const world = testbed.simulator.world();
	importAccount(world, { userId: '12345' });
	world.serviceAccounts.add('777');
	world.rooms.set('555', buildRoom({ roomId: '555', live: true }));
	world.agents.set('888', {
		memberId: '888',
		state: 'online',
		receptionLimit: null,
		receptions: 0,
		groupIds: [9465],
	});
	world.sessions.add({
		sessionId: '999',
		serviceAccount: '777',
		userId: '12345',
		state: 'Chatbot',
	});
	return testbed;
}

type Parameters = (id: (number: number) => INodeParameters | string) => INodeParameters;

/** Everywhere that an ID is asked for, and how it has to go out. */
const places: Array<[string, Parameters, IDataObject]> = [
	[
		'the recipient and the sender of a direct message',
		(id) => direct({ fromAccount: id(12345) }, { toAccount: id(12345), text: 'x' }),
		{ To_Account: '12345', From_Account: '12345' },
	],
	[
		'the session of a desk message',
		(id) => desk({}, { sendTo: 'session', sessionId: id(999), text: 'x' }),
		{ SessionId: '999' },
	],
	[
		'the two sides of a desk message',
		(id) => desk({}, { serviceAccount: id(777), userId: id(12345), text: 'x' }),
		{ FromAccount: '777', ToAccount: '12345' },
	],
	[
		'all four fields of contacting a user',
		(id) =>
			contact(
				{ groupId: id(9465), memberId: id(888) },
				{ serviceAccount: id(777), userId: id(12345) },
			),
		{
			IMAgentUserID: '777',
			IMAgentUserId: '777',
			ClientUserID: '12345',
			ClientUserId: '12345',
			GroupId: 9465,
			MemberId: '888',
		},
	],
	[
		'the room and the sender of a live message',
		(id) => live({}, { roomId: id(555), senderAccount: id(12345), text: 'x' }),
		{ RoomId: '555', Sender_Account: '12345' },
	],
];

describe.each(places)('an ID for %s', (_place, parameters, expected) => {
	it.each([
		['a number', (number: number) => `={{ ${number} }}`],
		['a text', (number: number) => String(number)],
		['a text from an expression', (number: number) => `={{ "${number}" }}`],
		['a text with blanks around it', (number: number) => `={{ " ${number} " }}`],
		['a locator', (number: number) => locator(String(number))],
		['a locator with a number', (number: number) => locator(number)],
		['a locator with an expression', (number: number) => locator(`={{ ${number} }}`)],
	])('is taken as %s', async (_kind, id) => {
		const testbed = await openNumbered();

		const { error } = await testbed.run(parameters(id), [{}]);

		expect(error).toBeUndefined();
		expect(testbed.calls()).toHaveLength(1);
		expect(testbed.calls()[0]).toMatchObject({ errorCode: 0, body: expected });
	});
});

describe('an expression that gives nothing', () => {
	const withoutId: Array<[label: string, parameters: INodeParameters]> = [
		['To User ID', direct({}, { toAccount: '={{ $json.id }}' })],
		['From User ID', direct({ fromAccount: '={{ $json.id }}' })],
		['Session ID', desk({}, { sendTo: 'session', sessionId: '={{ $json.id }}' })],
		['Service Account', desk({}, { serviceAccount: '={{ $json.id }}' })],
		['Service Account', contact({}, { serviceAccount: locator('={{ $json.id }}') })],
		['User ID', contact({}, { userId: '={{ $json.id }}' })],
		['Agent Group', contact({ groupId: locator('={{ $json.id }}') })],
		['Agent', contact({ memberId: '={{ $json.id }}' })],
		['Room', live({}, { roomId: locator('={{ $json.id }}') })],
		['Sender User ID', live({}, { senderAccount: '={{ $json.id }}' })],
	];

	it.each(withoutId)("stops before anything is sent, naming '%s' and the item", async (...row) => {
		const [label, parameters] = row;
		const testbed = await open();

		const { error } = await testbed.run(parameters, [message('u0', 'hello')]);

		expect(error?.message).toBe(`'${label}' is undefined`);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(testbed.calls()).toEqual([]);
	});

	it('costs only its own item: the others still go out', async () => {
		const testbed = await open();
		const items = [message('u0', 'first'), { text: 'to nobody' }, message('u2', 'third')];

		const { output, errorOutput } = await testbed.run(direct(), items, {
			onError: 'continueErrorOutput',
		});

		expect(testbed.shown()).toEqual(['first', 'third']);
		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: "'To User ID' is undefined",
			mayHaveBeenSent: false,
		});
	});
});

describe('an ID that is no ID', () => {
	it.each([
		['an object', '={{ { "id": 1 } }}', "'User ID' is not an ID"],
		['a number that lost digits', '={{ 12345678901234567890 }}', "'User ID' is not a whole number"],
		['blank', '={{ " " }}', "'User ID' is empty"],
	])('(%s) is refused before anything is sent', async (_kind, userId, problem) => {
		const testbed = await open();

		const { error } = await testbed.run(contact({}, { userId }), [{}]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls(contactUser)).toEqual([]);
	});

	it('an agent group has to be a whole number', async () => {
		const testbed = await open();

		const { error } = await testbed.run(contact({ groupId: 'Sales' }), [message('u0', '')]);

		expect(error?.message).toBe("'Agent Group' is not a whole number");
		expect(testbed.calls()).toEqual([]);
	});
});
