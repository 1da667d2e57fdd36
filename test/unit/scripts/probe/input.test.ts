import { accountFrom } from '../../../../scripts/probe/account';
import { agrees, consentText } from '../../../../scripts/probe/consent';
import { readOptions } from '../../../../scripts/probe/options';
import { questions } from '../../../../scripts/probe/questions';
import { allowed } from '../../../../scripts/probe/run';
import type { Terminal } from '../../../../scripts/probe/terminal';

/** A person who gives these answers; remembers what was asked, and which of it was secret. */
function person(answers: Record<string, string>) {
	const asked: string[] = [];
	const answer = (mark: string) => async (question: string) => {
		asked.push(`${mark}${question}`);
		const [, text] = Object.entries(answers).find(([begin]) => question.startsWith(begin)) ?? [];
		if (text === undefined) throw new Error(`Nobody knows "${question}"`);
		return text;
	};
	const terminal: Terminal = {
		ask: answer(''),
		askSecret: answer('secret: '),
		say: () => undefined,
	};
	return { terminal, asked };
}

describe('the credential', () => {
	const env = {
		TENCENT_REGION: 'singapore',
		TENCENT_SDK_APP_ID: '1400000002',
		TENCENT_IDENTIFIER: 'administrator',
		TENCENT_SECRET_KEY: 'key',
	};

	it('comes from the environment without a question', async () => {
		const { terminal, asked } = person({});
		expect(await accountFrom(env, terminal)).toMatchObject({
			sdkAppId: 1400000002,
			identifier: 'administrator',
			secretKey: 'key',
			origin: 'https://adminapisgp.im.qcloud.com',
		});
		expect(asked).toEqual([]);
	});

	it('is asked for where the environment is silent, the key without showing it', async () => {
		const { terminal, asked } = person({
			Region: 'custom',
			Host: 'http://127.0.0.1:8765',
			SDKAppID: '1400000002',
			Identifier: 'administrator',
			'Secret key': 'key',
		});
		const account = await accountFrom({}, terminal);
		expect(account.origin).toBe('http://127.0.0.1:8765');
		expect(asked.at(-1)).toBe('secret: Secret key (not shown): ');
		expect(asked.filter((question) => question.startsWith('secret'))).toHaveLength(1);
	});

	it('is never taken from the command line', () => {
		expect(() => readOptions(['--secret-key', 'key'])).toThrow(/Unknown option '--secret-key'/);
	});
});

describe('the options', () => {
	it('ask for nothing delicate by themselves', () => {
		expect([...readOptions([]).optIns]).toEqual([]);
		expect(readOptions([])).toMatchObject({ yes: false, output: 'probe-report.md' });
	});

	it('name what is to be asked beyond that', () => {
		const { optIns } = readOptions([
			'--whole',
			'--desk',
			'--agents',
			'--push-all',
			'--callback-url',
			'https://a.b',
		]);
		expect([...optIns]).toEqual(['whole', 'desk', 'agents', 'push-all', 'callbacks']);
	});

	it.each([
		[['--callback-url', 'a.b'], '--callback-url has to be an address'],
		[['--callback-port', '0'], '--callback-port has to be a number'],
	])('refuse %j', (args, message) => {
		expect(() => readOptions(args)).toThrow(message);
	});
});

describe('before it starts', () => {
	it('says what it does, what it costs, and what it was told to do beyond that', () => {
		const plain = consentText(questions, new Set());
		expect(plain).toMatch(/makes about 35 calls.*throwaway accounts.*free trial/s);
		expect(consentText(questions, new Set(['whole']))).toContain('makes about 150 calls');
		expect(plain).not.toContain('You have asked for more');
		expect(consentText(questions, new Set(['agents']))).toContain('in the name of an agent');
	});

	it.each([
		['yes', true],
		[' Y ', true],
		['no', false],
		['', false],
	])('takes %j for %s', async (answer, agreed) => {
		expect(await agrees(person({ Start: answer }).terminal)).toBe(agreed);
	});

	it('leaves out what nobody has agreed to', () => {
		const names = (...optIns: Array<'desk' | 'agents' | 'callbacks'>) =>
			allowed(questions, new Set(optIns)).map(({ name }) => name);
		expect(names()).not.toContain('Contact User');
		expect(names('agents')).toContain('Contact User');
		expect(names('agents')).not.toContain('Signature of Desk callbacks');
		expect(names('agents', 'callbacks')).toContain('Signature of Desk callbacks');
	});
});
