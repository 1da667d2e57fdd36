import { Redactor } from '../../../nodes/TencentChatDesk/delivery/transport/redact';

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

describe('a secret in a response', () => {
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
		const alike = [...signature].map((char, at) => (at % 12 === 0 ? '~' : char)).join('');
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

describe('a secret that a gateway has written in its own way', () => {
	const half = secret.length / 2;
	const unicode = (char: string) => `\\u00${hex(char)}`;

	it.each([
		['escaped for JSON', written(secret, unicode)],
		['escaped for JSON in capitals', written(secret, (char) => `\\u00${hex(char).toUpperCase()}`)],
		['escaped for JSON in part', `c0ff${written(secret.slice(4, 9), unicode)}${secret.slice(9)}`],
		['escaped for JSON inside JSON', written(secret, (char) => `\\\\u00${hex(char)}`)],
		['escaped for scripts', written(secret, (char) => `\\x${hex(char)}`)],
		[
			'escaped for JSON after it was percent-encoded',
			written(secret, (char) => `\\u0025${hex(char)}`),
		],
		['in entities of HTML', written(secret, (char) => `&#${char.charCodeAt(0)};`)],
		['in hexadecimal entities of HTML', written(secret, (char) => `&#x${hex(char)};`)],
		['in entities inside entities', written(secret, (char) => `&amp;#${char.charCodeAt(0)};`)],
		[
			'in entities that are percent-encoded',
			written(secret, (char) => `%26%23${char.charCodeAt(0)}%3B`),
		],
		['in hexadecimal digits', written(secret, hex)],
		['in hexadecimal digits in capitals', written(secret, hex).toUpperCase()],
		[
			'percent-encoded, with a line break in every escape',
			written(secret, (char) => `%${hex(char).split('').join('\n')}`),
		],
		['over two lines', `${secret.slice(0, half)}\r\n${secret.slice(half)}`],
		['over two lines of a text in JSON', `${secret.slice(0, half)}\\n${secret.slice(half)}`],
		['over many lines', written(secret, (char) => `${char}\n`).trim()],
		['without its end', secret.slice(0, -6)],
		['without its beginning', secret.slice(6)],
		['as its first half', secret.slice(0, half)],
		['as its last half', secret.slice(half)],
		['in base64', base64(secret)],
		['in base64, twice', base64(base64(secret))],
		['in base64, twice, with something around it', base64(`key=${base64(`"${secret}"`)}&`)],
		['in base64 of its hexadecimal digits', base64(written(secret, hex))],
		['in base64 of its JSON escapes', base64(written(secret, unicode))],
		['in base64 of its first half', base64(secret.slice(0, half))],
		['in base64 over two lines', base64(secret).replace(/^.{20}/, '$&\r\n')],
		['in base64 with escaped slashes', base64(`${secret}???`).replaceAll('/', '\\/')],
		['in base64 that is percent-encoded', encodeURIComponent(base64(`x${secret}`))],
	])('is taken out, written %s', (_how, spelling) => {
		expect(cleaned(`a ${spelling} b ${spelling} c`, secret)).toBe('a *** b *** c');
	});

	it('is taken out with the backslashes before it, whole', () => {
		expect(cleaned(`a \\\\${secret} b`, secret)).toBe('a *** b');
		expect(cleaned(`a "\\\\\\${secret}" b`, secret)).toBe('a "***" b');
		expect(cleaned(`${secret}\\${secret}`, secret)).toBe('***');
	});

	it('is the value of the signature proper where its name stands in quotes', () => {
		expect(cleaned('{"TLS.sig":"AbCd"}')).toBe('{"***":"***"}');
		expect(cleaned('{"TLS.sig":""}')).toBe('{"***":"***"}');
		expect(cleaned('see xTLS.sig":"AbCd"')).toBe('see xTLS.sig":"AbCd"');
		expect(cleaned('TLS.sig is its name')).toBe('TLS.sig is its name');
		expect(cleaned('TLS.sig: {"TLS.sig":"AbCd"}')).toBe('TLS.sig: {"***":"***"}');
	});

	it('is the value of the signature proper where nothing but a line break is left of it', () => {
		expect(cleaned('{"TLS.sig":"\n"}')).toBe('{"***":"***\n"}');
	});

	it('is taken out of base64 within base64, three deep', () => {
		const three = base64(base64(base64(secret)));
		expect(cleaned(`<${three}>`, secret)).toBe('<***>');
		expect(cleaned(`<${base64(three)}>`, secret)).toBe(`<${base64(three)}>`);
	});

	it('is taken out where only signs are entities', () => {
		const spelling = signature
			.replace('*', '&ast;')
			.replace('.', '&period;')
			.replace('_', '&lowbar;');
		expect(cleaned(`<b>${spelling}</b>`, signature)).toBe('<b>***</b>');
	});

	it('is taken out in one piece or another, whichever 18 letters of it are left', () => {
		for (let at = 0; at + 18 <= signature.length; at += 1) {
			const piece = signature.slice(at, at + 18);
			for (const before of ['', 'x ', '12345678', 'a long word before it ']) {
				expect(cleaned(`${before}${piece} end`, signature)).toBe(`${before}*** end`);
			}
		}
	});

	it('is taken out of what is JSON before and after', () => {
		const key = `"quoted" \\ and\tmore, ${secret}`;
		const values = [
			key,
			`\\${key}`,
			`\n${key}\n`,
			[key, { deep: base64(key), text: JSON.stringify({ key }) }],
			`\\\\${secret}\\`,
		];
		for (const value of values) {
			const parsed: unknown = JSON.parse(cleaned(JSON.stringify({ value, after: 1 }), key, secret));
			expect(parsed).toMatchObject({ after: 1 });
			expect(JSON.stringify(parsed)).not.toContain(secret.slice(0, 18));
			expect(JSON.stringify(parsed)).toContain('***');
		}
	});

	it('is taken out with letters that become two in lower case before it', () => {
		expect(cleaned(`\u0130 ${secret.toUpperCase()} \u0130`, secret)).toBe('\u0130 *** \u0130');
	});

	it('is taken out of an inflated signature that is in base64', () => {
		expect(cleaned(`<${base64('{"TLS.ver":"2.0","TLS.sig":"Zm9v"}')}>`)).toBe('<***>');
	});

	it('is taken out as a whole where it is short, and only then', () => {
		expect(cleaned('the token is tok%2Ben1, not tok+en', 'tok+en1')).toBe(
			'the token is ***, not tok+en',
		);
	});

	it('is taken out with letters that are no ASCII, as JSON and addresses write them', () => {
		const token = 'Schl\u00fcssel';
		const spellings = [token, 'Schl\\u00fcssel', 'Schl%C3%BCssel', 'Schl%FCssel'];
		expect(cleaned(spellings.join(' '), token)).toBe('*** *** *** ***');
	});
});

describe('a long text', () => {
	const quarterMillion = 2 ** 18;

	// Where the time grows with the square of the length, each of these takes minutes and more.
	it.each([
		'\\',
		'%',
		'%25',
		'%2',
		'&',
		'&#',
		'&amp;',
		'"',
		'\\"',
		'\\u',
		'\\u0041',
		'\n',
		'=',
		' ',
		'A',
		'V',
		'a',
		'YWFh',
		'eJyrVgrx*',
		secret.slice(0, 9),
		`${secret.slice(0, 17)} `,
		'TLS.sig',
		'"TLS.sig"',
		'"TLS.sig":"',
		'"TLS.sig" : ',
		'"TLS.sig":""',
	])('is cleaned while somebody waits: %j again and again', (unit) => {
		const text = unit.repeat(Math.ceil(quarterMillion / unit.length));
		expect(cleaned(`${text} ${secret}`, secret, signature)).not.toContain(secret);
	});

	it('is cleaned while somebody waits, where it is one "TLS.sig" and blanks without an end', () => {
		const text = `"TLS.sig"${' '.repeat(quarterMillion)}`;
		expect(cleaned(text, secret)).toBe(text);
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

	it('is a secret of which undoing the escapes leaves nothing', () => {
		expect(cleaned('one\\two\nthree', '\\', '\n')).toBe('one\\two\nthree');
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

	it('are no more for empty ones', () => {
		expect(cleaned(keys[0]!, ...keys.slice(0, 20), '')).toBe('***');
	});
});
