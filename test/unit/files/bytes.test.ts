import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { CredentialError } from '../../../credentials/credentialError';
import { bytesOf, partsOf } from '../../../nodes/TencentChatDesk/delivery/files/binary';
import { withKeptFiles } from '../../../nodes/TencentChatDesk/delivery/files/kept';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';

const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));

async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
	const found: Buffer[] = [];
	for await (const piece of pieces) found.push(Buffer.from(piece));
	return found;
}

describe('the bytes of a file', () => {
	const of = async (
		data: Partial<IBinaryData>,
		context: Partial<IExecuteFunctions['helpers']> = {},
	) =>
		await all(
			bytesOf({ helpers: context } as IExecuteFunctions, {
				mimeType: 'image/png',
				data: '',
				...data,
			}),
		);

	it('are those of the text in which n8n holds it, in pieces', async () => {
		const pieces = await of({ data: bytes.toString('base64') });
		expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
		expect(pieces.map(({ length }) => length)).toEqual([196_608, 196_608, 196_608, 10_176]);
		expect(await of({ data: '' })).toEqual([]);
	});

	it('are those of where n8n keeps it, and that is closed again', async () => {
		const stream = Readable.from([Buffer.from('one'), Buffer.from('two')]);
		const getBinaryStream = jest.fn(async () => await Promise.resolve(stream));
		const pieces = await of({ id: 'filesystem:1', data: 'filesystem' }, { getBinaryStream });
		expect(Buffer.concat(pieces).toString()).toBe('onetwo');
		expect(getBinaryStream).toHaveBeenCalledWith('filesystem:1', 262_144);
		expect(stream.destroyed).toBe(true);
	});
});

describe('the parts of a file', () => {
	async function* pieces(...sizes: number[]): AsyncGenerator<Buffer> {
		let at = 0;
		for (const size of sizes) {
			yield await Promise.resolve(bytes.subarray(at, at + size));
			at += size;
		}
	}

	it.each([
		[[10], [4, 4, 2]],
		[
			[3, 3, 3, 3],
			[4, 4, 4],
		],
		[[8], [4, 4]],
		[[1], [1]],
		[[], []],
	])('of pieces of %j have one size, but for the last: %j', async (sizes, expected) => {
		const parts = await all(partsOf(pieces(...sizes), 4));
		expect(parts.map(({ length }) => length)).toEqual(expected);
		const total = sizes.reduce((sum, size) => sum + size, 0);
		expect(Buffer.concat(parts).equals(bytes.subarray(0, total))).toBe(true);
	});
});

describe('a failure after files were uploaded', () => {
	const refused = failureOf('permanent', 'It failed', 'Look.', { ErrorCode: 1 });

	it('names where they are kept', () => {
		expect(withKeptFiles(refused, ['https://a', 'https://b'])).toMatchObject({
			kind: 'permanent',
			advice: 'Look. The file was uploaded before, and is kept at https://a and https://b.',
			data: { ErrorCode: 1, uploadedFiles: ['https://a', 'https://b'] },
		});
	});

	it('stays what it is: a wrong parameter, a wrong credential, or one without files', () => {
		const kept = withKeptFiles(new InvalidParameter('Wrong', 'Mend it.'), ['https://a']);
		expect(kept).toBeInstanceOf(InvalidParameter);
		expect(kept).toMatchObject({
			problem: 'Wrong',
			advice: 'Mend it. The file was uploaded before, and is kept at https://a.',
		});
		const badCredential = new CredentialError('Wrong', 'Mend it.');
		expect(withKeptFiles(badCredential, ['https://a'])).toBe(badCredential);
		expect(withKeptFiles(refused)).toBe(refused);
		expect(withKeptFiles(refused, [])).toBe(refused);
	});
});
