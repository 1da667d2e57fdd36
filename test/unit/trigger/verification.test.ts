import {
	readQuery,
	refusalStatus,
	signatureOf,
	type CallbackQuery,
} from '../../../nodes/TencentChatDesk/trigger/verification';

const guard = { sdkAppId: 1400000042, token: 'xxxxyyyy', window: 60 };
/** The vector that Chat > "Webhook Overview" prints. */
const documented: CallbackQuery = {
	sdkAppId: '1400000042',
	requestTime: '1669872112',
	sign: '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
};
const at = (seconds: number) => (1669872112 + seconds) * 1000;

describe('the signature of a callback', () => {
	it('is the documented one', () => {
		expect(signatureOf('xxxxyyyy', '1669872112')).toBe(documented.sign);
		expect(refusalStatus(documented, guard, at(0))).toBeUndefined();
	});

	it('is refused when any one character is another', () => {
		const { sign = '' } = documented;
		for (let index = 0; index < sign.length; index += 1) {
			const other = sign[index] === '0' ? '1' : '0';
			const changed = sign.slice(0, index) + other + sign.slice(index + 1);
			expect(refusalStatus({ ...documented, sign: changed }, guard, at(0))).toBe(401);
		}
	});

	it.each([
		[-61, 401],
		[-60, undefined],
		[60, undefined],
		[61, 401],
	])('%i seconds off gives %p', (seconds, status) => {
		expect(refusalStatus(documented, guard, at(seconds))).toBe(status);
	});

	it.each(['', ' 1669872112', '1669872112.0', '0x1', 'NaN', '-1'])(
		'needs a time in seconds, not %j',
		(requestTime) => {
			const sign = signatureOf('xxxxyyyy', requestTime);
			expect(refusalStatus({ ...documented, requestTime, sign }, guard, at(0))).toBe(401);
		},
	);
});

describe('the app of a callback', () => {
	it.each([undefined, '1400000043', '01400000042', '1400000042 '])(
		'is not %j, whatever the signature says',
		(sdkAppId) => {
			expect(refusalStatus({ ...documented, sdkAppId }, guard, at(0))).toBe(403);
			expect(refusalStatus({ ...documented, sdkAppId }, { ...guard, token: '' }, at(0))).toBe(403);
		},
	);
});

describe('the query of a callback', () => {
	it('is read whatever the case of its names, and other names are passed over', () => {
		expect(
			readQuery({ SDKAPPID: '1', callbackcommand: 'a', optPlatform: 'iOS', other: ['x', 'y'] }),
		).toMatchObject({ sdkAppId: '1', command: 'a', optPlatform: 'iOS', sign: undefined });
	});

	it('may name its command as the overview of Live does', () => {
		expect(readQuery({ WebhookCommand: 'a' })).toMatchObject({ command: 'a' });
		expect(readQuery({ WebhookCommand: 'a', CallbackCommand: 'b' })).toMatchObject({
			command: 'b',
		});
	});

	it('with a name twice is none', () => {
		expect(readQuery({ Sign: 'a', sign: 'a' })).toBeUndefined();
		expect(readQuery({ Sign: ['a', 'b'] })).toBeUndefined();
	});
});
