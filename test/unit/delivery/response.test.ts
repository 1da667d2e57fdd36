import {
	parseResponse,
	type CallResult,
} from '../../../nodes/TencentChatDesk/delivery/transport/response';
import { explain, failures } from '../../../nodes/TencentChatDesk/delivery/errors/explain';

const failure = (reply: CallResult) => {
	if (reply.ok) throw new Error('It was taken for a success');
	return reply.failure;
};
const says = (status: number, text: string | undefined) => failure(parseResponse(status, text));

const html = '<html><head><title>502 Bad Gateway</title></head></html>';

describe('a response', () => {
	it('is good with the code 0, and kept whole', () => {
		const response = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', MsgKey: '1_2_3' };
		for (const status of [200, 299]) {
			expect(parseResponse(status, JSON.stringify(response))).toEqual({
				ok: true,
				response,
			});
		}
	});

	it('is good with the code 0 whatever its status says, as some have another or none', () => {
		expect(parseResponse(200, '{"ErrorCode":0}').ok).toBe(true);
		expect(parseResponse(200, '{"ActionStatus":"SomeError","ErrorCode":0}').ok).toBe(true);
	});

	it('is refused in the words of the service that was called', () => {
		const text = '{"ErrorCode":130004,"ErrorInfo":"missing"}';
		const there = parseResponse(200, text, undefined, 'openconfigsvr/setnospeaking');
		expect(failure(there).message).toContain('Set_Account');
		expect(says(200, text).message).toContain('official account');
	});

	it('tells which fields name whom a refusal is about, where the code says it of any', () => {
		const code = [...failures].find(([, { about }]) => about)![0];
		const { about } = failures.get(code)!;
		expect(about!.length).toBeGreaterThan(0);
		expect(says(200, `{"ErrorCode":${code}}`)).toHaveProperty('about', about);
		expect(explain(code)).toHaveProperty('about', about);
		expect(says(200, '{"ErrorCode":90048}')).not.toHaveProperty('about');
		expect(explain(90048)).not.toHaveProperty('about');
	});

	it('keeps every digit of a number beyond 2^53', () => {
		const reply = parseResponse(200, '{"ErrorCode":0,"Id":144115244425849730123,"Rate":1e21}');
		expect(reply).toEqual({
			ok: true,
			response: { ErrorCode: 0, Id: '144115244425849730123', Rate: 1e21 },
		});
	});

	it('with another code says what the code means, with all facts as data', () => {
		const text = JSON.stringify({
			ActionStatus: 'FAIL',
			ErrorCode: 90048,
			ErrorInfo: 'To_Account not exist',
			RequestId: 'r1',
			Secret: 'x',
		});
		const { message, advice, kind } = explain(90048, 'To_Account not exist');
		expect(says(200, text)).toMatchObject({
			kind,
			message,
			advice,
			data: { ErrorCode: 90048, ErrorInfo: 'To_Account not exist', RequestId: 'r1' },
		});
		expect(says(200, text).data).not.toHaveProperty('Secret');
	});

	it('is a failure by its code, even if its status claims success', () => {
		expect(says(200, '{"ActionStatus":"OK","ErrorCode":60007}').kind).toBe('frequency');
	});

	it('may have a negative code', () => {
		expect(says(200, '{"ErrorCode":-14}').kind).toBe(explain(-14).kind);
	});

	it('is judged by its code under any HTTP status', () => {
		expect(says(502, '{"ErrorCode":60007}').data.ErrorCode).toBe(60007);
		expect(says(400, '{"ErrorCode":70001}').kind).toBe('signature');
	});

	it('shows no text that is none', () => {
		const { data } = says(200, '{"ErrorCode":60003,"ErrorInfo":{"a":1},"RequestId":7}');
		expect(data).toEqual({ ErrorCode: 60003, ErrorInfo: '' });
	});
});

describe('a response that proves nothing', () => {
	it.each([
		['code as text', 200, '{"ErrorCode":"0"}'],
		['failure code as text', 200, '{"ErrorCode":"60007"}'],
		['no code', 200, '{"ActionStatus":"OK"}'],
		['code that is null', 200, '{"ErrorCode":null}'],
		['code that is no whole number', 200, '{"ErrorCode":0.5}'],
		['code that is false', 200, '{"ErrorCode":false}'],
		['page of a proxy', 200, html],
		['list', 200, '[{"ErrorCode":0}]'],
		['null', 200, 'null'],
		['number', 200, '0'],
		['text', 200, '"OK"'],
		['nothing', 200, ''],
		['nothing, and says so', 204, ''],
		['broken JSON', 200, '{"ErrorCode":0'],
		['two answers in one', 200, '{"ErrorCode":0}{"ErrorCode":0}'],
		['more than is ever documented', 200, undefined],
		['page of a gateway', 502, html],
		['success under the status of a failure', 502, '{"ErrorCode":0}'],
		['success under the status of a beginning', 199, '{"ErrorCode":0}'],
		['failure of the host', 500, ''],
		['failure of the host', 503, undefined],
		['time-out of a gateway', 504, html],
		['time-out of the request', 408, ''],
	])('leaves in doubt what was done: %s (HTTP %d)', (_what, status, text) => {
		expect(says(status, text)).toMatchObject({
			kind: 'lost',
			effect: 'unknown',
			data: { httpStatus: status },
		});
	});

	it.each([
		[
			200,
			html,
			/not one of the REST API/,
			/'Region' and 'Custom Host'.*look into the conversation/,
		],
		[503, '', /failed with HTTP status 503/, /Look into the conversation before sending again/],
	])('says so, and to look before sending again (HTTP %d)', (status, text, message, advice) => {
		expect(says(status, text)).toMatchObject({
			message: expect.stringMatching(message) as string,
			advice: expect.stringMatching(advice) as string,
		});
	});

	it('does not put the page of a proxy into the error', () => {
		expect(JSON.stringify([says(200, html), says(502, html)])).not.toContain('Bad Gateway');
	});
});

describe('a response that contradicts itself', () => {
	it('is in doubt: it says FAIL with the code of success', () => {
		expect(
			parseResponse(200, '{"ActionStatus":"FAIL","ErrorCode":0,"ErrorInfo":"odd"}'),
		).toMatchObject({
			ok: false,
			failure: { kind: 'lost', effect: 'unknown', data: { ErrorCode: 0, ErrorInfo: 'odd' } },
		});
	});
});

describe('a response with very many words', () => {
	it('is kept with the first thousand characters of them', () => {
		const text = JSON.stringify({
			ErrorCode: 80001,
			ErrorInfo: 'x'.repeat(900_000),
			RequestId: 'y'.repeat(900_000),
		});
		const { failure } = parseResponse(200, text) as { failure: { data: Record<string, string> } };
		expect(failure.data.ErrorInfo).toHaveLength(1_000);
		expect(failure.data.RequestId).toHaveLength(1_000);
	});
});

describe('a refusal that says when to come back', () => {
	it.each([429, 503, 502, 500])('is a failure that knows it (HTTP %i)', (status) => {
		expect(parseResponse(status, '<html>', 25_000)).toMatchObject({
			ok: false,
			failure: { retryAfter: 25_000 },
		});
	});

	it('says nothing of it where nobody asked', () => {
		expect(parseResponse(429, '<html>')).not.toHaveProperty('failure.retryAfter');
	});
});

describe('a refusal that does not come from Tencent', () => {
	const redirects = ['permanent', 'redirects', /own host only\. Check 'Region' and/] as const;
	const refuses = (status: number) =>
		['permanent', `HTTP status ${status}`, /a proxy, a firewall or a wrong 'Custom Host'/] as const;

	it.each([
		[300, ...redirects],
		[301, ...redirects],
		[307, ...redirects],
		[399, ...redirects],
		[400, ...refuses(400)],
		[401, ...refuses(401)],
		[404, ...refuses(404)],
		[413, ...refuses(413)],
		[499, ...refuses(499)],
		[429, 'frequency', 'too many requests', /Lower 'Requests per Second'/],
	])('with HTTP %d is %s and did nothing', (status, kind, words, advice) => {
		for (const text of [html, '', undefined, '{"ErrorCode":0}', '{"error":"no"}']) {
			expect(says(status, text)).toMatchObject({
				kind,
				effect: 'none',
				message: expect.stringContaining(words) as string,
				advice: expect.stringMatching(advice) as string,
				data: { httpStatus: status },
			});
		}
	});
});
