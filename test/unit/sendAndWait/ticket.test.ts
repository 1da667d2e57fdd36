import { createDecipheriv } from 'node:crypto';

import {
	seal,
	unseal,
	type Place,
	type Sealer,
} from '../../../nodes/TencentChatDesk/sendAndWait/chat/ticket';

const app: Sealer = { sdkAppId: 1400000001, secretKey: 'the secret key of the app' };
const here: Place = { from: 'administrator', to: 'alice' };
const ticket = { path: '/12/node?turn=0&signature=abc', end: 1_800_000_000_000 };

const bytesOf = (sealed: string) => Buffer.from(sealed.slice(2), 'base64url');
const sealedOf = (bytes: Uint8Array) => `1.${Buffer.from(bytes).toString('base64url')}`;

describe('a ticket in the data of a message', () => {
	it.each<[string, Place]>([
		['a conversation', here],
		['a session', { session: 's1' }],
	])('opens in %s what was put into it', (_what, place) => {
		expect(unseal(app, place, seal(app, place, ticket))).toEqual(ticket);
		expect(unseal(app, place, seal(app, place, { path: '/1/ä' }))).toEqual({ path: '/1/ä' });
	});

	it('shows nothing of it, and looks different each time', () => {
		const [one, other] = [seal(app, here, ticket), seal(app, here, ticket)];
		expect(one).not.toBe(other);
		expect(bytesOf(one).toString('latin1')).not.toMatch(/node|turn|signature/);
	});

	it.each<[string, Place]>([
		['of another recipient', { from: 'administrator', to: 'bob' }],
		['of another sender', { from: 'alice', to: 'alice' }],
		['the other way round', { from: 'alice', to: 'administrator' }],
		['of the same letters', { from: 'administrator","alice', to: '' }],
		['that is a session', { session: 'administrator' }],
	])('opens nothing in a conversation %s', (_what, place) => {
		expect(unseal(app, place, seal(app, here, ticket))).toBeUndefined();
	});

	it('of one session opens nothing in another', () => {
		const sealed = seal(app, { session: 's1' }, ticket);
		expect(unseal(app, { session: 's2' }, sealed)).toBeUndefined();
	});

	it.each<[string, Sealer]>([
		['another secret key', { ...app, secretKey: 'the secret key of an app' }],
		['another app', { ...app, sdkAppId: 1400000002 }],
	])('opens nothing with %s', (_what, other) => {
		expect(unseal(other, here, seal(app, here, ticket))).toBeUndefined();
	});

	it('opens nothing when any of its bits was changed', () => {
		const sealed = bytesOf(seal(app, here, ticket));
		for (const at of sealed.keys()) {
			const changed = Uint8Array.from(sealed);
			changed[at]! ^= 1;
			expect(unseal(app, here, sealedOf(changed))).toBeUndefined();
		}
	});

	it.each([0, 1, 12, 28, 29])('opens nothing when only %i bytes are left', (length) => {
		const sealed = bytesOf(seal(app, here, ticket));
		expect(unseal(app, here, sealedOf(sealed.subarray(0, length)))).toBeUndefined();
	});

	it.each(['', '1', '1.', '2.AAAA', 'text', '1.AAAA.BBBB'])('is none as %j', (text) => {
		expect(unseal(app, here, text)).toBeUndefined();
	});

	it('is not opened by the secret key itself, but by one that is derived from it', () => {
		const sealed = bytesOf(seal(app, here, ticket));
		const key = Buffer.alloc(32, app.secretKey);
		const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
		opening.setAuthTag(sealed.subarray(-16));
		opening.update(sealed.subarray(12, -16));
		expect(() => opening.final()).toThrow();
	});
});
