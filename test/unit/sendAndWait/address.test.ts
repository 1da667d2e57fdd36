import type { IExecuteFunctions } from 'n8n-workflow';

import { addressOf, pathOf } from '../../../nodes/TencentChatDesk/sendAndWait/chat/address';

const own = (link: string) => ({ getSignedResumeUrl: () => link }) as unknown as IExecuteFunctions;

const n8n = own('https://n8n.example.com/webhook-waiting/7/taker?signature=abc');

describe('the address of an execution that waits', () => {
	const link = 'https://n8n.example.com/webhook-waiting/12/a%20node?turn=0&signature=def';

	it('is made of what the ticket says and of the address of n8n', () => {
		expect(pathOf(link)).toBe('/12/a%20node?turn=0&signature=def');
		expect(addressOf(n8n, pathOf(link))).toBe(link);
		const other = own('http://10.0.0.1:5678/hooks/waiting/7/taker?signature=abc');
		expect(addressOf(other, '/12/node?x=1')).toBe('http://10.0.0.1:5678/hooks/waiting/12/node?x=1');
	});

	it.each(['/../../rest/users', '/%2e%2e/rest/users', '12/node', 'https://evil.example/1', ''])(
		'is none for %j, which leads elsewhere',
		(path) => {
			expect(addressOf(n8n, path)).toBeUndefined();
		},
	);

	it.each(['//evil.example/1', '/\\evil.example/1', '/@evil.example/1'])(
		'stays on this n8n for %j',
		(path) => {
			expect(addressOf(n8n, path)).toMatch(/^https:\/\/n8n\.example\.com\/webhook-waiting\//);
		},
	);

	it.each(['n8n.example.com:5678/webhook-waiting/7/taker', 'not an address', 'ftp://x/1/2'])(
		'is asked for where n8n has none: %s',
		(link) => {
			expect(() => addressOf(own(link), '/12/node')).toThrow('WEBHOOK_URL');
		},
	);
});
