import { createHmac } from 'node:crypto';

import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import { answerLink, readLink } from '../../../nodes/TencentChatDesk/sendAndWait/link';

type Query = Record<string, unknown>;

/** Signs as n8n does: the path with everything in the query that stands before the signature. */
function signed(parameters: Record<string, string>): string {
	const url = new URL('https://n8n.example.com/webhook-waiting/7/node');
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	const signature = createHmac('sha256', 'key').update(`${url.pathname}${url.search}`);
	url.searchParams.set('signature', signature.digest('hex'));
	return url.href;
}

/** The link as n8n hands its query to the node. */
const read = (query: Query) =>
	readLink({
		getQueryData: () => query,
		getSignedResumeUrl: signed,
	} as unknown as IWebhookFunctions);

const queryOf = (link: string): Query => Object.fromEntries(new URL(link).searchParams);

describe('the link of a question', () => {
	const content = { turn: '2', asked: 'abc' };

	it('gives back what it was made of', () => {
		expect(read(queryOf(signed(content)))).toEqual(content);
		const choices = ['Yes & no', 'Ümläut'];
		const link = signed({ ...content, choices: JSON.stringify(choices) });
		expect(read(queryOf(link))).toEqual({ ...content, choices });
	});

	it.each<[string, (query: Query) => Query]>([
		['has no signature', ({ signature: _signature, ...rest }) => rest],
		['has an empty signature', (query) => ({ ...query, signature: '' })],
		['has two signatures', (query) => ({ ...query, signature: [query.signature, 'a'] })],
		[
			'has a signature with a letter more',
			(query) => ({ ...query, signature: `${String(query.signature)}0` }),
		],
		['names another question', (query) => ({ ...query, turn: '3' })],
		['names two questions', (query) => ({ ...query, turn: ['2', '3'] })],
		['lost a part', ({ asked: _asked, ...rest }) => rest],
		['got something more', (query) => ({ ...query, approved: 'true' })],
		['is nested', (query) => ({ ...query, turn: { toString: '2' } })],
	])('is refused when it %s', (_name, change) => {
		expect(read(change(queryOf(signed(content))))).toBeUndefined();
	});

	it('is refused when it was signed for something else', () => {
		expect(read(queryOf(signed({ approved: 'true' })))).toBeUndefined();
	});
});

describe('the link that is sent', () => {
	const question = {
		answerIn: 'page' as const,
		title: 'Refund',
		message: 'May we?',
		reply: { type: 'freeText' as const },
		page: { language: 'en', button: 'Send', thanks: 'Thank you' },
	};
	const linkBy = (getSignedResumeUrl: () => string): unknown => {
		const context = {
			getNode: () => ({ type: 'package.tencentChatDesk' }),
			getWorkflowDataProxy: () => ({ $runIndex: 0 }),
			getSignedResumeUrl,
		};
		try {
			return answerLink(context as unknown as IExecuteFunctions, question);
		} catch (error) {
			return error;
		}
	};

	it('is the one that n8n signs', () => {
		const link = signed({ turn: '0' });
		expect(linkBy(() => link)).toBe(link);
	});

	it.each([
		['n8n cannot make one', () => new URL('hooks.example.test/webhook-waiting').href],
		['a host stands where the protocol should', () => 'hooks.example.test:5678/webhook-waiting'],
		['it is no address of the web', () => 'file:///webhook-waiting/1/node'],
		['it is nothing', () => ''],
	])('is refused with advice about WEBHOOK_URL where %s', (_what, made) => {
		const error = linkBy(made);
		expect(error).toBeInstanceOf(InvalidParameter);
		expect(error).toMatchObject({
			problem: 'WEBHOOK_URL of this n8n is no web address',
			advice: expect.stringContaining('with https:// in front'),
		});
	});

	it('is refused with the words of n8n where it fails for another reason', () => {
		const error = linkBy(() => {
			throw new Error('Execution id is missing');
		});
		expect(error).toBeInstanceOf(InvalidParameter);
		expect((error as InvalidParameter).problem).toContain('(Execution id is missing)');
	});
});
