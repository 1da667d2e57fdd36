import { Redactor } from '../../../nodes/TencentChatDesk/delivery/redact';

const secret = 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11';
/** Signatures hold characters that mean something in a pattern. */
const signature = 'eJyrVgrx*CdY.rSy+1Sl_Iy0jNQ0gHzM1NS80oy0zLB-whWZi';

const hex = (char: string) => char.charCodeAt(0).toString(16).padStart(2, '0');
const written = (text: string, letter: (char: string) => string) => [...text].map(letter).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

function cleaned(text: string, ...secrets: string[]): string {
	const redactor = new Redactor();
	for (const known of secrets) redactor.know(known);
	return redactor.clean(text);
}

describe('a secret in an answer', () => {
	it.each([
		['as it is', secret],
		['in capitals', secret.toUpperCase()],
		['percent-encoded', written(secret, (char) => `%${hex(char)}`)],
		['percent-encoded in capitals', written(secret, (char) => `%${hex(char).toUpperCase()}`)],
		['percent-encoded twice', written(secret, (char) => `%25${hex(char)}`)],
		['percent-encoded four times', written(secret, (char) => `%252525${hex(char)}`)],
		['percent-encoded in part', `%63${secret.slice(1)}`],
	])('is taken out, written %s', (_how, spelling) => {
		expect(cleaned(`a ${spelling} b ${spelling} c`, secret)).toBe('a *** b *** c');
	});

	it('is taken out with characters that mean something in a pattern, and nothing like it', () => {
		expect(cleaned(`a ${signature} b`, signature)).toBe('a *** b');
		const alike = signature.replace('.', 'x');
		expect(cleaned(alike, signature)).toBe(alike);
	});

	it('is taken out with control characters, percent-encoded with two digits', () => {
		expect(cleaned('a key%09one b', 'key\tone')).toBe('a *** b');
	});

	it.each(['', 'x', 'xy', 'xyz', 'wxyz'])(
		'is taken out of base64, with "%s" before it and text behind it',
		(before) => {
			const encoded = base64(`${before}${secret} and more`);
			expect(cleaned(`sig=${encoded}; end`, secret)).toBe('sig=***; end');
		},
	);

	it.each(['a', 'ab', 'abc', 'abcd'])(
		'is taken out of base64 that "%s" stands before without a gap',
		(letters) => {
			expect(cleaned(`sig=${letters}${base64(secret)}; end`, secret)).toBe('sig=***; end');
		},
	);

	it('is taken out of base64 in the alphabet of addresses', () => {
		const key = '>>>???secret key>>>???';
		const encoded = Buffer.from(`${key} and a text that is long`).toString('base64url');
		expect(encoded).toMatch(/[-_]/);
		expect(cleaned(`<${encoded}>`, key)).toBe('<***>');
	});

	it('is taken out of base64 as short as the shortest secret that is kept there', () => {
		const key = 'a key of thirty characters, ok';
		expect(base64(key)).toHaveLength(40);
		expect(cleaned(base64(key), key)).toBe('***');
	});
});

describe('what is no secret', () => {
	it.each([
		['a text', 'The account c0ffee does not exist'],
		['a long ID', 'a'.repeat(64)],
		['base64 of something else', base64('nothing that anybody must not see, however long it is')],
		['a short run of letters', 'eJyrVgrxCdYrSy1'],
	])('is left as it is: %s', (_what, text) => {
		expect(cleaned(text, secret, signature)).toBe(text);
	});

	it('is everything, while no secret is known', () => {
		expect(cleaned(`${secret} ${base64(secret)}`)).toBe(`${secret} ${base64(secret)}`);
	});

	it('is an empty secret, as an empty field of the credential is one', () => {
		expect(cleaned('The account does not exist', '')).toBe('The account does not exist');
	});
});

describe('the heart of a signature that somebody has unpacked', () => {
	it.each([
		['as JSON', '{"TLS.ver":"2.0","TLS.sig":"Zm9v+/=="}', '{"TLS.ver":"2.0","***":"***"}'],
		['as JSON with spaces', '{"TLS.sig" : "Zm9v", "a": 1}', '{"***" : "***", "a": 1}'],
		['as JSON inside a text', '"{\\"TLS.sig\\":\\"Zm9v\\"}"', '"{\\"***\\":\\"***\\"}"'],
		[
			'as JSON inside a text inside a text',
			'{\\\\\\"TLS.sig\\\\\\":\\\\\\"Zm9v\\\\\\"}',
			'{\\\\\\"***\\\\\\":\\\\\\"***\\\\\\"}',
		],
		['several times', '"TLS.sig":"a" "TLS.sig":"b"', '"***":"***" "***":"***"'],
		['and is empty', '{"TLS.sig":""}', '{"***":"***"}'],
	])('is taken out %s', (_how, text, expected) => {
		expect(cleaned(text, secret)).toBe(expected);
	});

	it('is not what only has a name like it', () => {
		const text = '{"TLSxsig":"a","TLS.sigs":"b","TLS.sig":7}';
		expect(cleaned(text, secret)).toBe(text);
	});
});

describe('many secrets', () => {
	const keys = Array.from({ length: 21 }, (_, index) => `signature number ${index} of this app;`);

	it('are all taken out, the older ones too', () => {
		const twenty = keys.slice(0, 20);
		expect(cleaned(twenty.join(' '), ...twenty)).toBe(twenty.map(() => '***').join(' '));
	});

	it('push out the oldest one only, so that their number has an end', () => {
		const [oldest, ...rest] = keys as [string, ...string[]];
		expect(cleaned(keys.join(' '), ...keys)).toBe([oldest, ...rest.map(() => '***')].join(' '));
	});

	it('are no more for being told again', () => {
		const twenty = keys.slice(0, 20);
		const again = Array.from({ length: 50 }, () => keys[5]!);
		expect(cleaned(keys[0]!, ...twenty, ...again)).toBe('***');
	});
});
