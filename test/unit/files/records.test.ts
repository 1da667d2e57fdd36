import { gzipSync } from 'node:zlib';

import type { ApiResponse, FileRule } from '../../../nodes/TencentChatDesk/contract';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { withRecordsOfFiles } from '../../../nodes/TencentChatDesk/delivery/files/records';
import type { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';

const rule: FileRule = {
	addresses: ({ files }) => files as string[],
	record: (line) => (line.startsWith('#') ? undefined : { line }),
	isEnd: (line) => line === '#end',
	field: 'records',
};

const gone = failureOf('transient', 'The file is gone', 'Run the item again.');

/** A client that has these files, by address, in pieces. */
function reading(files: Record<string, Array<string | Buffer>>) {
	const asked: string[] = [];
	const taken: string[] = [];
	const client = {
		download: async (address: string, _timeout: number, take: (piece: Uint8Array) => boolean) => {
			asked.push(address);
			await Promise.resolve();
			for (const piece of files[address] ?? []) {
				taken.push(address);
				if (!take(Buffer.from(piece as string))) return undefined;
			}
			return files[address] ? undefined : gone;
		},
	} as unknown as Client;
	const read = async (addresses: string[], wanted = Number.POSITIVE_INFINITY) =>
		await withRecordsOfFiles(
			client,
			rule,
			{ ErrorCode: 0, files: addresses } as ApiResponse,
			wanted,
			1_000,
		);
	return { read, asked, taken };
}

const records = (...lines: string[]) => lines.map((line) => ({ line }));

describe('the records of the files that a response names', () => {
	it('come under a field of the response, in the order of the files, packed or not', async () => {
		const { read } = reading({ a: ['one\ntw', 'o\n#end\n'], b: [gzipSync('three\n#end')] });
		expect(await read(['a', 'b'])).toEqual({
			response: { ErrorCode: 0, files: ['a', 'b'], records: records('one', 'two', 'three') },
		});
	});

	it('are none where no file is named', async () => {
		expect(await reading({}).read([])).toMatchObject({ response: { records: [] } });
	});

	it.each([
		[1, ['one'], ['a'], ['a']],
		[2, ['one', 'two'], ['a'], ['a', 'a']],
		[3, ['one', 'two', 'three'], ['a', 'b'], ['a', 'a', 'a', 'b']],
	])('are read until there are %d', async (wanted, expected, askedFor, pieces) => {
		const { read, asked, taken } = reading({
			a: ['one\n', 'two\n', '#end\n'],
			b: ['three\nfour\n', '#end\n'],
		});
		expect(await read(['a', 'b'], wanted)).toMatchObject({
			response: { records: records(...expected) },
		});
		expect(asked).toEqual(askedFor);
		expect(taken).toEqual(pieces);
	});

	it('are not given out in part where a file broke off', async () => {
		const { read, asked } = reading({ a: ['one\ntwo\n'], b: ['three\n#end'] });
		expect(await read(['a', 'b'])).toMatchObject({
			failure: { kind: 'transient', message: 'A file of Tencent broke off or is damaged' },
		});
		expect(asked).toEqual(['a']);
	});

	it('are not given out in part where a file cannot be read', async () => {
		const { read } = reading({ a: ['one\n#end\n'] });
		expect(await read(['a', 'b'])).toEqual({ failure: gone });
	});
});
