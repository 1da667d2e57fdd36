import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import {
	AttachedFiles,
	AttachingFailed,
	Uploads,
} from '../../../nodes/TencentChatDesk/delivery/files/uploads';
import { refusal } from '../item';

const photo: IBinaryData = { mimeType: 'image/png', data: 'AAAA', fileName: 'photo.png' };
const stored: IBinaryData = { ...photo, id: 'filesystem:1', data: 'filesystem' };
const link = { kind: 'signed', days: 7 } as const;

const uploads = () => new Uploads({ getInputData: () => [] } as unknown as IExecuteFunctions);
const of = (item: Partial<INodeExecutionData> | undefined, from = uploads()) =>
	new AttachedFiles(from, item && { json: {}, ...item });

describe('the file that a field names', () => {
	it.each<[string, unknown, Partial<INodeExecutionData> | undefined]>([
		['by the name of a file of the item', 'data', { binary: { data: photo } }],
		['as a file itself', photo, undefined],
		['as a file that n8n keeps elsewhere', stored, {}],
		['as a file without its bytes', { mimeType: 'image/png', id: 'filesystem:1' }, {}],
		['by the name of a field that holds a file', 'picture', { json: { picture: { ...photo } } }],
	])('is found %s', (_how, property, item) => {
		const files = of(item);
		expect(files.attach(property, 'File', link)).toMatchObject({ name: 'file', md5: '', size: 0 });
		expect(files.pending).toHaveLength(1);
	});

	it.each<[unknown, string]>([
		['other', "'File' is 'other', and the item has no file of that name"],
		['x'.repeat(100), `'File' is '${'x'.repeat(60)}', and the item has no file of that name`],
		['toString', "'File' is 'toString', and the item has no file of that name"],
		['text', "'File' is 'text', and the item has no file of that name"],
		['half', "'File' is 'half', and the item has no file of that name"],
		[7, "'File' is not the name of a file"],
		[null, "'File' is not the name of a file"],
		[{ data: 'AAAA' }, "'File' is not the name of a file"],
		[{ mimeType: 'image/png' }, "'File' is not the name of a file"],
		[{ mimeType: 'image/png', id: 7, data: 7 }, "'File' is not the name of a file"],
	])('is refused where it is none: %j', (property, problem) => {
		const json = { text: 'data', half: { mimeType: 'image/png' } };
		const files = of({ json, binary: { data: photo, second: photo } });
		expect(refusal(() => files.attach(property, 'File', link))).toMatchObject({
			problem,
			advice: "The item brings 'data', 'second'. Enter one of these names.",
		});
	});

	it('is refused where the item brings none, or there is no item', () => {
		for (const files of [of({}), of(undefined)]) {
			expect(refusal(() => files.attach('data', 'File', link)).advice).toMatch(
				/^The item brings no file at all\./,
			);
		}
	});
});

describe('the files of a run', () => {
	it('are one upload for the same file and the same kind of link', () => {
		const from = uploads();
		const [first, second] = [
			of({ binary: { a: photo } }, from),
			of({ binary: { b: { ...photo } } }, from),
		];
		expect(second.attach('b', 'File', link)).toBe(first.attach('a', 'File', link));
		expect([...second.attached]).toEqual([...first.attached]);
	});

	it.each<[string, Partial<IBinaryData>, object]>([
		['bytes', { data: 'BBBB' }, link],
		['name', { fileName: 'other.png' }, link],
		['type', { mimeType: 'image/jpeg' }, link],
		['place', { id: 'filesystem:1' }, link],
		['link', {}, { kind: 'publicObject' }],
	])('are two where they differ in %s', (_what, change, otherLink) => {
		const from = uploads();
		const files = of({ binary: { a: photo, b: { ...photo, ...change } } }, from);
		const first = files.attach('a', 'File', link);
		const second = files.attach('b', 'File', otherLink as typeof link);
		expect([first.address, second.address]).toEqual([
			'https://file-of-the-item.invalid/1',
			'https://file-of-the-item.invalid/2',
		]);
		expect(files.pending).toHaveLength(2);
	});

	it('are attached with their addresses once they are uploaded', () => {
		const files = of({ binary: { a: photo, b: stored } });
		files.attach('a', 'File', link);
		files.attach('b', 'File', link);
		const [first] = files.attached;
		const uploaded = { address: 'https://a?sign=1', name: 'photo.png', md5: 'M', size: 3 };
		first!.result = { file: uploaded, address: 'https://a' };

		expect(files.attach('a', 'File', link)).toBe(uploaded);
		expect(files.addresses).toEqual(['https://a']);
		expect(files.pending.map(({ binary }) => binary)).toEqual([stored]);
	});

	it('fail every item that attaches one that could not be uploaded', () => {
		const from = uploads();
		const files = of({ binary: { a: photo } }, from);
		files.attach('a', 'File', link);
		const error = failureOf('permanent', 'COS refused it', 'Look.');
		[...files.attached][0]!.result = { error };

		const other = of({ binary: { b: photo } }, from);
		expect(() => other.attach('b', 'File', link)).toThrow(
			expect.objectContaining({ reason: error, message: 'A file could not be uploaded' }),
		);
		expect(() => other.attach('b', 'File', link)).toThrow(AttachingFailed);
		expect([files.addresses, files.pending]).toEqual([[], []]);
	});
});
