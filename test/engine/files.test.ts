import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import { sendmsg } from '../harness/commands';
import { testbeds, direct, failureIn, pairs, onErrorBranch } from '../harness/engineTestbed';

const open = testbeds();

/** What a node such as "Read File" puts on an item. */
const files: IBinaryKeyData = {
	photo: { data: 'iVBORw0KGgo=', mimeType: 'image/png', fileName: 'photo.png' },
};

/** n8n itself refuses a required field that is left empty; an expression may give nothing. */
const given = '={{ $json.url }}';

const image = (more: INodeParameters = {}) =>
	direct({}, { messageType: 'image', imageUrl: given, ...more });

const withFiles = { ...onErrorBranch, files };

describe('a message with media, given the file itself', () => {
	it.each([
		['nothing', "'Image URL' is empty, and the item brings a file", ''],
		['its name', "'Image URL' names a file of the item", 'photo'],
		['a data: URI', "'Image URL' holds a file", 'data:image/png;base64,iVBORw0KGgo='],
		['Base64', "'Image URL' holds a file", 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'.repeat(4)],
		['something else', "'Image URL' is not a web address", 'photo.png'],
	])('says to upload it first where the address is %s', async (_what, problem, url) => {
		const testbed = await open();
		const items = [
			{ to: 'u0', url: 'https://example.com/a.png' },
			{ to: 'u1', url },
		];

		const { output, errorOutput } = await testbed.run(image(), items, withFiles);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
		const failure = failureIn(errorOutput[0]!);
		expect(failure.message).toContain(problem);
		expect(failure.advice).toContain("upload 'photo' first");
		expect(failure.mayHaveBeenSent).toBe(false);
		expect(testbed.calls(sendmsg)).toHaveLength(1);
	});

	it('says so of an object too, and stops the workflow at the item', async () => {
		const testbed = await open();

		const { error } = await testbed.run(
			image({ imageUrl: '={{ $binary.photo }}' }),
			[{ to: 'u0' }],
			{
				files,
			},
		);

		expect(error?.message).toContain("'Image URL' holds an object instead of a web address");
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});

	it.each([
		['File URL', { messageType: 'file', fileUrl: given, fileName: 'photo.png' }],
		['Sound URL', { messageType: 'sound', soundUrl: given }],
		['Video URL', { messageType: 'video', videoUrl: given, videoThumbUrl: given }],
	])('names the field: %s', async (label, parameters) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			direct({}, parameters),
			[{ to: 'u0', url: '' }],
			withFiles,
		);

		expect(failureIn(errorOutput[0]!).message).toContain(`'${label}' is empty`);
		expect(failureIn(errorOutput[0]!).advice).toContain("upload 'photo' first");
	});

	it('goes out as usual where the address is one, whatever files the item brings', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			image(),
			[{ to: 'u0', url: 'https://example.com/a.png' }],
			{
				files,
			},
		);

		expect(output).toHaveLength(1);
	});
});
