import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { okResponse } from '../../support/callbacks';
import { deskElement, deskSamples } from '../../support/deskSamples';
import { after, before, message, query, TriggerTestbed } from './support';

const session = 'Desk.SessionEventNotify';
const ratingEvent = { events: ['rating'] };

const written = (data: Record<string, unknown>, more: IDataObject = {}) =>
	message('', { MsgBody: [deskElement(data)] as never, ...more });

const inSession = (data: Record<string, unknown>, key = 'k-1'): IDataObject => ({
	SessionId: 's-1',
	Event: 'ChatBot.UserSendMsg',
	EventTime: 1,
	ClientUserId: 'alice',
	CustomerServiceId: '@support',
	MsgKey: key,
	MsgBody: [deskElement(data)] as never,
});

const itemOf = async (parameters: INodeParameters, body: IDataObject, command = after) =>
	(await new TriggerTestbed(parameters).receive({ query: query(command), body })).item;

const typing = { customerServicePlugin: 0, src: '12', typingStatus: 1 };
const rated = (content = 'Very good', id = '105') => ({
	customerServicePlugin: 0,
	src: '10',
	menuSelected: { id, content, sessionId: 's-1' },
});

describe("one of Desk's own messages", () => {
	it.each(
		deskSamples.filter(({ kind }) => kind !== 'rating').map((one) => [one.what, one] as const),
	)(
		'starts the workflow with its words, unless it is a signal: %s',
		async (_what, { data, kind, text, isSignal }) => {
			const item = await itemOf({}, written(data));
			const shown = item && { messageKind: item.messageKind, text: item.text };
			expect(shown).toEqual(isSignal ? undefined : { messageKind: kind, text });

			const loud = await itemOf({ ignoreDeskSignals: false }, written(data));
			expect(loud).toMatchObject({ messageKind: kind, text });
		},
	);

	it('that is a signal is answered like anything that is not wanted, in a session too', async () => {
		const { data, item } = await new TriggerTestbed({ events: [session] }).receive({
			query: query(session),
			body: inSession(typing),
		});
		expect(item).toBeUndefined();
		expect(data.webhookResponse).toEqual(okResponse);
	});

	it('that is a signal is let through, whatever the panel answers to messages', async () => {
		const testbed = new TriggerTestbed({ events: [before], beforeAnswer: 'reject' });
		const { data, item } = await testbed.receive({
			query: query(before),
			body: written(typing, { CallbackCommand: before }),
		});
		expect(item).toBeUndefined();
		expect(data.webhookResponse).toEqual(okResponse);
	});

	it('gives what a customer entered in a form', async () => {
		const inputVariables = [{ name: 'Name', variableValue: 'Ann' }];
		const form = { customerServicePlugin: 0, src: '33', content: { inputVariables } };
		expect(await itemOf({}, written(form))).toMatchObject({ formAnswers: { Name: 'Ann' } });
	});
});

describe('a rating', () => {
	it('is an event of its own, with score, label and session', async () => {
		expect(await itemOf(ratingEvent, written(rated()))).toMatchObject({
			callbackCommand: after,
			messageKind: 'rating',
			text: 'Very good',
			rating: { score: 5, label: 'Very good', sessionId: 's-1' },
			senderId: 'alice',
		});
		expect(await itemOf(ratingEvent, inSession(rated()), session)).toMatchObject({
			rating: { score: 5 },
			sessionId: 's-1',
		});
	});

	it('is no message for a workflow that waits for messages', async () => {
		expect(await itemOf({}, written(rated()))).toBeUndefined();
		expect(await itemOf({ ignoreDeskSignals: false }, written(rated()))).toMatchObject({
			text: 'Very good',
		});
		expect(await itemOf({ events: ['*'] }, written(rated()))).toMatchObject({ text: 'Very good' });
	});

	it('brings nothing else with it', async () => {
		expect(await itemOf(ratingEvent, message('hello'))).toBeUndefined();
		expect(await itemOf(ratingEvent, written(typing))).toBeUndefined();
		const asked = written(rated(), { CallbackCommand: before });
		expect(await itemOf(ratingEvent, asked, before)).toBeUndefined();
		const ignored = { ...ratingEvent, options: { ignoreSenders: 'alice' } };
		expect(await itemOf(ignored, written(rated()))).toBeUndefined();
	});

	it('starts the workflow once, though Chat and Desk both tell of it', async () => {
		const testbed = new TriggerTestbed(ratingEvent);
		const viaChat = { query: query(after), body: written(rated()) };
		const viaDesk = { query: query(session), body: inSession(rated()) };
		const changed = { query: query(session), body: inSession(rated('Bad', '102'), 'k-2') };

		expect((await testbed.receive(viaChat)).item).toBeDefined();
		expect((await testbed.receive(viaDesk)).item).toBeUndefined();
		expect((await testbed.receive(changed)).item).toMatchObject({ rating: { score: 2 } });
	});

	it('is told by each callback where every event is wanted', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		await testbed.receive({ query: query(after), body: written(rated()) });
		const viaDesk = { query: query(session), body: inSession(rated()) };
		expect((await testbed.receive(viaDesk)).item).toBeDefined();
	});
});
