import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ExecuteContext, WebhookContext } from 'n8n-core';

import { runWorkflow } from '../harness/engine';
import { credentialType, packageName } from '../harness/project';
import { answerLinks } from '../harness/answerLinks';
import { deskSend, sendmsg } from '../harness/commands';
import {
	testbeds,
	credentialFor,
	failureIn,
	nodeName,
	type Testbed,
	type NodeRun,
	type Settings,
} from '../harness/engineTestbed';

const testbed = testbeds();

const direct = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'directMessage',
	operation: 'sendAndWait',
	toAccount: 'u0',
	message: 'May we refund order 4711?',
	...more,
});

const inSession = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'session',
	operation: 'sendAndWait',
	sendTo: 'user',
	serviceAccount: '@support',
	userId: 'u0',
	message: 'Is nine o’clock fine?',
	...more,
});

const limit = (values: INodeParameters) => ({ options: { limitWaitTime: { values } } });

/** Runs the node, which is to wait, and gives the link that was sent. */
async function asked(
	at: Testbed,
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	settings?: Settings,
): Promise<NodeRun & { link: string }> {
	const run = await at.run(parameters, items, settings);
	expect(run.error).toBeUndefined();
	expect(run.run.status).toBe('waiting');
	const [link, ...more] = answerLinks(at.simulator.conversations());
	expect(more).toEqual([]);
	return { ...run, link: link ?? '' };
}

const answerIn = (items: Array<{ json: IDataObject }> | undefined) => items?.[0]?.json.data;

const altered = (link: string, name: string, value: string) => {
	const url = new URL(link);
	url.searchParams.set(name, value);
	return url.href;
};

describe('a question in a direct message', () => {
	it('is a text with a link, and the execution waits without an end', async () => {
		const at = await testbed();
		const { run, link } = await asked(at, direct());
		expect(at.shown('u0')).toEqual([`May we refund order 4711?\n\nAnswer here: ${link}`]);
		expect(run.waitTill?.getFullYear()).toBe(3000);
	});

	it.each([
		['approve', true],
		['decline', false],
	])('is answered by the button that sends "%s"', async (answer, approved) => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct());
		const { items, page, status } = await visit(link, { method: 'POST', form: { answer } });
		expect(answerIn(items)).toEqual({ approved, respondedAt: expect.any(String) });
		expect(items?.[0]?.pairedItem).toEqual({ item: 0 });
		expect([status, page.includes('Your answer was recorded')]).toEqual([undefined, true]);
	});

	it('is not answered by looking at its page', async () => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct());
		const { items, status, page } = await visit(link);
		expect([items, status]).toEqual([undefined, 200]);
		expect(page).toContain('May we refund order 4711?');
	});

	it.each([{}, { answer: '' }, { answer: 'yes' }, { answer: ['approve'] }, { approved: 'true' }])(
		'is not answered by the form %j',
		async (form) => {
			const at = await testbed();
			const { visit, link } = await asked(at, direct());
			const { items, status, page } = await visit(link, { method: 'POST', form });
			expect([items, status]).toEqual([undefined, 422]);
			expect(page).toContain('Please use one of the buttons.');
		},
	);

	it('can be one that has only a yes', async () => {
		const at = await testbed();
		const { visit, link } = await asked(
			at,
			direct({ approvalOptions: { values: { approvalType: 'single', approveLabel: 'Go' } } }),
		);
		const { page } = await visit(link);
		expect(page.match(/<button/g)).toHaveLength(1);
		expect(page).toContain('>Go</button>');
		const { items } = await visit(link, { method: 'POST', form: { answer: 'decline' } });
		expect(items).toBeUndefined();
	});

	it('takes one of the choices that were offered', async () => {
		const at = await testbed();
		const choices = 'Today\nTomorrow <morning>\n\nToday';
		const { visit, link } = await asked(at, direct({ responseType: 'choice', choices }));
		expect((await visit(link)).page).toContain('Tomorrow &lt;morning&gt;');
		const post = async (answer: string) => await visit(link, { method: 'POST', form: { answer } });
		expect(answerIn((await post('1')).items)).toMatchObject({ option: 'Tomorrow <morning>' });
		for (const none of ['2', '-1', 'Today', '', '1e0', 'length']) {
			const { items, status } = await post(none);
			expect([none, items, status]).toEqual([none, undefined, 422]);
		}
	});

	it('takes a text, and asks again for an empty or endless one', async () => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct({ responseType: 'freeText' }));
		const post = async (answer: string) => await visit(link, { method: 'POST', form: { answer } });
		expect(answerIn((await post(' <b>Nine</b>, please ')).items)).toMatchObject({
			text: '<b>Nine</b>, please',
		});
		for (const none of ['', '  \n', 'x'.repeat(10_001)]) {
			expect((await post(none)).status).toBe(422);
		}
	});
});

describe('a question in a desk session', () => {
	it('is a card that opens the page', async () => {
		const at = await testbed();
		const { link } = await asked(at, inSession({ subject: 'Your table' }));
		const body = at.calls(deskSend)[0]?.body as unknown as {
			MsgBody: [{ MsgContent: { Data: string } }];
		};
		expect(JSON.parse(body.MsgBody[0].MsgContent.Data)).toMatchObject({
			content: { header: 'Your table', desc: 'Is nine o’clock fine?', url: link },
		});
	});
});

describe('the page of a question', () => {
	it('shows markup as the text that it is, in every place', async () => {
		const at = await testbed();
		const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
		const { visit, link } = await asked(
			at,
			direct({
				subject: evil,
				message: evil,
				approvalOptions: { values: { approveLabel: evil, disapproveLabel: evil } },
				options: { confirmationText: evil },
			}),
		);
		const pages = [
			await visit(link),
			await visit(link, { method: 'POST', form: { answer: 'approve' } }),
		];
		for (const { page } of pages) {
			expect(page).toContain('&quot;&gt;&lt;script&gt;');
			expect(page).not.toMatch(/<script|<img|onerror=a.*>.*onerror/);
		}
	});

	it('may run no script, load nothing, and be kept or framed nowhere', async () => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct());
		const { headers, page } = await visit(link);
		const policy = headers['content-security-policy'];
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/unsafe|script-src|\*/);
		expect(headers).toMatchObject({
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
		});
		expect(page).toContain('<meta http-equiv="Content-Security-Policy"');
	});

	it('names the language of the texts, and refuses what is none', async () => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct({ options: { pageLanguage: 'zh-Hans' } }));
		expect((await visit(link)).page).toContain('<html lang="zh-Hans">');
		const { error } = await at.run(direct({ options: { pageLanguage: '"><b>' } }), [{}]);
		expect(error?.message).toBe("'Page Language' is not the code of a language");
	});

	it('does not show texts that are others by now, and still takes the answer', async () => {
		const at = await testbed();
		const message = '={{ "Asked at " + $now.toMillis() + Math.random() }}';
		const { visit, link } = await asked(at, direct({ message }));
		const { page } = await visit(link);
		expect(page).not.toContain('Asked at');
		expect(page).toContain('The question is in the chat message');
		const { items } = await visit(link, { method: 'POST', form: { answer: 'approve' } });
		expect(answerIn(items)).toMatchObject({ approved: true });
	});

	it('keeps to the choices that were sent when an expression gives others by now', async () => {
		const at = await testbed();
		const choices = '={{ ["Slot " + Math.random(), "None"] }}';
		const { visit, link } = await asked(at, direct({ responseType: 'choice', choices }));
		const offered = JSON.parse(new URL(link).searchParams.get('choices') ?? '[]') as string[];
		expect((await visit(link)).page).toContain(offered[0]);
		const { items } = await visit(link, { method: 'POST', form: { answer: '0' } });
		expect(answerIn(items)).toMatchObject({ option: offered[0] });
	});
});

describe('a link', () => {
	it.each([
		['turn', '1'],
		['asked', 'AAAAAAAAAAAAAAAA'],
		['choices', '["Everything"]'],
		['signature', 'a'.repeat(64)],
		['signature', ''],
		['more', '1'],
	])('that was altered in %s is refused', async (name, value) => {
		const at = await testbed();
		const { visit, link } = await asked(at, direct());
		for (const method of ['GET', 'POST'] as const) {
			const { items, status } = await visit(altered(link, name, value), {
				method,
				form: { answer: 'approve' },
			});
			expect([items, status]).toEqual([undefined, 403]);
		}
	});

	it('of an earlier question of the same node answers no later one', async () => {
		const at = await testbed();
		const { visit, link, run } = await asked(at, direct());
		const runs = run.data.resultData.runData[nodeName] ?? [];
		runs.unshift({ ...runs[0]!, executionStatus: 'success' });
		const { items, status, page } = await visit(link, {
			method: 'POST',
			form: { answer: 'approve' },
		});
		expect([items, status]).toEqual([undefined, 410]);
		expect(page).toContain('already answered');
	});

	it('works whatever the node is called', async () => {
		const at = await testbed();
		const name = 'Ask "Bob" }} {{ $now }} \\ ok?';
		const run = await runWorkflow(
			{
				nodes: [
					{
						id: 'ask',
						name,
						type: `${packageName}.tencentChatDesk`,
						typeVersion: 1,
						position: [0, 0],
						credentials: { [credentialType]: { id: '1', name: 'one' } },
						parameters: direct(),
					},
				],
				connections: {},
			},
			{ startNode: name, credentials: { [credentialType]: credentialFor(at.simulator.url) } },
		);
		const { status } = await run.visit(answerLinks(at.simulator.conversations())[0] ?? '');
		expect(status).toBe(200);
	});

	it('is the same when the message is sent again, and reaches the recipient once', async () => {
		const at = await testbed();
		at.refuseLooks();
		at.failNext(sendmsg, { kind: 'loseResponse' }, { kind: 'status502' });
		const settings: Settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await asked(at, direct({ options: { maxRetries: 0 } }), [{}], settings);
		const bodies = at.calls(sendmsg).map(({ body }) => JSON.stringify(body));
		expect(bodies.length).toBeGreaterThan(1);
		expect(new Set(bodies).size).toBe(1);
		expect(at.shown('u0')).toHaveLength(1);
	});

	it('to a machine that nobody else reaches is warned about', async () => {
		const at = await testbed();
		const { hints } = await asked(at, direct());
		expect(
			hints(nodeName)
				.map(({ message }) => message)
				.join(),
		).toContain('WEBHOOK_URL');
	});
});

describe('where WEBHOOK_URL of n8n', () => {
	afterEach(() => jest.restoreAllMocks());

	const textOf = (run: NodeRun) =>
		run
			.hints(nodeName)
			.map(({ message }) => message)
			.join('\n');

	it.each([
		['has a port and no protocol', 'hooks.example.test:5678/webhook-waiting'],
		['has the protocol of something else', 'ftp://hooks.example.test/webhook-waiting'],
	])('%s, nothing is sent, and the item says what to do', async (_what, webhookWaitingBaseUrl) => {
		const at = await testbed();
		const settings: Settings = { webhookWaitingBaseUrl };

		const stopped = await at.run(direct(), [{}], settings);
		expect(stopped.error?.message).toContain('WEBHOOK_URL of this n8n is no web address');
		expect(stopped.error?.description).toContain('https://');

		const { run, output, errorOutput } = await at.run(direct(), [{}], {
			...settings,
			onError: 'continueErrorOutput',
		});
		expect([run.status, output]).toEqual(['success', []]);
		expect(errorOutput.map(failureIn)).toEqual([
			expect.objectContaining({
				message: 'WEBHOOK_URL of this n8n is no web address',
				mayHaveBeenSent: false,
			}),
		]);
		expect(at.calls()).toEqual([]);
	});

	it('has a path, a hint says that no answer comes through', async () => {
		const at = await testbed();
		const run = await asked(at, direct(), [{}], {
			webhookWaitingBaseUrl: 'https://hooks.example.test/auto/webhook-waiting',
		});
		expect(textOf(run)).toMatch(/path of WEBHOOK_URL, \/auto\/.*host name of its own/s);
	});

	it('ends with a blank, a hint says so', async () => {
		const at = await testbed();
		const run = await asked(at, direct(), [{}], {
			webhookWaitingBaseUrl: 'https://hooks.example.test/ /webhook-waiting',
		});
		expect(textOf(run)).toContain('ends with a blank');
	});

	it.each(['https://hooks.example.test/webhook-waiting', 'https://hooks.example.test/answers'])(
		'is the public address of n8n, no hint is needed (%s)',
		async (webhookWaitingBaseUrl) => {
			const at = await testbed();
			expect(textOf(await asked(at, direct(), [{}], { webhookWaitingBaseUrl }))).not.toContain(
				'WEBHOOK_URL',
			);
		},
	);
});

describe('a question that was sent', () => {
	afterEach(() => jest.restoreAllMocks());

	it('is no success where n8n cannot wait, and may have been sent', async () => {
		const at = await testbed();
		jest
			.spyOn(ExecuteContext.prototype, 'putExecutionToWait')
			.mockRejectedValue(new Error('no database'));

		const { error } = await at.run(direct(), [{}]);
		expect(error?.message).toContain('The question was sent, but n8n could not');
		const { run, output, errorOutput } = await at.run(direct(), [{}], {
			onError: 'continueErrorOutput',
		});

		expect([run.status, output, at.calls(sendmsg).length]).toEqual(['success', [], 2]);
		expect(errorOutput.map(failureIn)).toEqual([
			expect.objectContaining({
				message: expect.stringContaining('The question was sent'),
				mayHaveBeenSent: true,
			}),
		]);
	});

	it('is waited for even where a hint about its link fails', async () => {
		const at = await testbed();
		jest.spyOn(ExecuteContext.prototype, 'addExecutionHints').mockImplementation(() => {
			throw new Error('no hints');
		});
		await asked(at, direct());
	});

	it.each(['GET', 'POST'] as const)(
		'has a plain page for visitors where n8n fails to tell its link (%s)',
		async (method) => {
			const at = await testbed();
			const { visit, link } = await asked(at, direct());
			jest.spyOn(WebhookContext.prototype, 'getSignedResumeUrl').mockImplementation(() => {
				throw new TypeError('Invalid URL');
			});
			const { status, page, items, headers } = await visit(link, {
				method,
				form: { answer: 'approve' },
			});
			expect([status, items]).toEqual([500, undefined]);
			expect(page).toContain('cannot be shown at the moment');
			expect(page).not.toContain('Invalid URL');
			expect(headers['content-security-policy']).toContain("default-src 'none'");
		},
	);
});

describe('the time limit', () => {
	it('ends the wait', async () => {
		const at = await testbed();
		const before = Date.now();
		const { run } = await asked(at, direct(limit({ resumeAmount: 2, resumeUnit: 'hours' })));
		const hours = ((run.waitTill?.getTime() ?? 0) - before) / 3_600_000;
		expect(hours).toBeGreaterThanOrEqual(2);
		expect(hours).toBeLessThan(2.1);
	});

	it('can be a moment, which has to be in the future', async () => {
		const at = await testbed();
		const until = (maxDateAndTime: string) =>
			direct(limit({ limitType: 'atSpecifiedTime', maxDateAndTime }));
		const { run } = await asked(at, until('2099-01-02T03:04:05Z'));
		expect(run.waitTill?.toISOString()).toBe('2099-01-02T03:04:05.000Z');
		const { error } = await at.run(until('2020-01-01T00:00:00Z'), [{}]);
		expect(error?.message).toBe("'Max Date and Time' is over");
		expect(at.calls(sendmsg)).toHaveLength(1);
	});

	it('is refused where an earlier answer would pass for this one', async () => {
		const at = await testbed();
		const earlier = { data: { approved: true } };
		const { error } = await at.run(direct(limit({})), [earlier]);
		expect(error?.message).toContain("already holds 'data.approved'");
		expect(at.calls()).toEqual([]);
		await asked(at, direct(), [earlier]);
	});
});

describe('a run without an answer to wait for', () => {
	it('refuses several items before anything is sent', async () => {
		const at = await testbed();
		const { error } = await at.run(direct(), [{}, {}]);
		expect(error?.message).toContain('one question at a time');
		expect(error?.description).toContain('Loop Over Items');
		const { run, output } = await at.run(direct(), [{}, {}], {
			onError: 'continueRegularOutput',
		});
		expect(run.status).toBe('success');
		expect(output.map((item) => failureIn(item).message)).toHaveLength(2);
		expect(at.calls()).toEqual([]);
	});

	it('asks for the first item where the node is set to "Execute Once"', async () => {
		const at = await testbed();
		await asked(at, direct(), [{}, {}], { executeOnce: true });
	});

	it('goes on along the error branch when the message cannot be sent', async () => {
		const at = await testbed();
		const { run, output, errorOutput } = await at.run(direct({ toAccount: 'nobody' }), [{}], {
			onError: 'continueErrorOutput',
		});
		expect(run.status).toBe('success');
		expect([output.length, errorOutput.length]).toEqual([0, 1]);
	});

	it('stops with the error when the message cannot be sent', async () => {
		const at = await testbed();
		const { run, error } = await at.run(direct({ toAccount: 'nobody' }), [{}]);
		expect(run.status).toBe('error');
		expect(error).toBeDefined();
	});

	it('gives back the body of a dry run', async () => {
		const at = await testbed();
		const { run, output } = await at.run(direct({ options: { dryRun: true } }), [{}]);
		expect(run.status).toBe('success');
		expect(JSON.stringify(output[0]?.json.body)).toContain('/webhook-waiting/');
		expect(at.calls()).toEqual([]);
	});

	it.each([
		['\n \n', 0],
		['Only one', 1],
		[Array.from({ length: 21 }, (_unused, index) => `Choice ${index}`).join('\n'), 21],
	])('refuses the choices %j', async (choices, count) => {
		const at = await testbed();
		const { error } = await at.run(direct({ responseType: 'choice', choices }), [{}], {});
		expect(error?.message).toBe(`'Choices' holds ${count} different entries, 2 to 20 are possible`);
	});
});
