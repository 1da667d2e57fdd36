import type { IExecuteFunctions } from 'n8n-workflow';

import {
	isAboutWebAddress,
	letFailuresOut,
	noWebAddress,
} from '../../../nodes/TencentChatDesk/delivery/errors/webhookUrl';

function thrownBy(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing was thrown');
}

describe('an address of n8n that is none', () => {
	it('is known by the error that it causes', () => {
		expect(isAboutWebAddress(thrownBy(() => new URL('n8n.example.com/')))).toBe(true);
	});

	it.each([[new Error('Something else')], [undefined], [null], ['a text']])(
		'has nothing to do with the error %p',
		(error) => {
			expect(isAboutWebAddress(error)).toBe(false);
		},
	);

	it('is explained by the variable that it comes from, and what to set it to', () => {
		const { problem, advice } = noWebAddress();
		expect(problem).toContain('WEBHOOK_URL');
		expect(advice).toContain('https://');
	});
});

describe('failed items', () => {
	/** The addresses of an n8n after failed items were let out. */
	function addressesAfter(additionalData: unknown): unknown {
		letFailuresOut({ additionalData } as unknown as IExecuteFunctions);
		return additionalData;
	}

	it('get out once each address has a protocol', () => {
		expect(
			addressesAfter({
				webhookWaitingBaseUrl: 'n8n.example.com/webhook-waiting',
				formWaitingBaseUrl: 'n8n.example.com/form-waiting',
				other: 'n8n.example.com',
			}),
		).toEqual({
			webhookWaitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
			formWaitingBaseUrl: 'https://n8n.example.com/form-waiting',
			other: 'n8n.example.com',
		});
	});

	it.each([
		['is right', { webhookWaitingBaseUrl: 'http://localhost:5678/webhook-waiting' }],
		['no protocol would mend', { formWaitingBaseUrl: ':::' }],
		['is no text', { webhookWaitingBaseUrl: 7 }],
		['is missing', {}],
	])('leave an address as it is that %s', (_what, additionalData) => {
		expect(addressesAfter({ ...additionalData })).toEqual(additionalData);
	});

	it.each([[undefined], [null], ['a text']])('leave alone an n8n that keeps %p there', (kept) => {
		expect(addressesAfter(kept)).toBe(kept);
	});
});
