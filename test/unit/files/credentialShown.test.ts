import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { TencentChatDesk } from '../../../nodes/TencentChatDesk/TencentChatDesk.node';

const { description } = new TencentChatDesk();
const credential = description.credentials!.find(({ name }) => name === 'tencentCosApi')!;
const version = { typeVersion: 1 };

/** Whether a node with these parameters, as a workflow holds them, asks for the credential of files. */
function isAsked(saved: INodeParameters): boolean {
	// As n8n reads them: what is missing gets its default, and what is hidden goes.
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		saved,
		true,
		false,
		version,
		description,
	)!;
	return NodeHelpers.displayParameter(parameters, credential, version, description);
}

const image: INodeParameters = {
	resource: 'directMessage',
	operation: 'send',
	toAccount: 'alice',
	messageType: 'image',
};
const text = { ...image, messageType: 'text', text: 'Hello' };

describe('the credential of files', () => {
	it.each<[string, INodeParameters]>([
		['a message with a file of the item', { ...image, fileSource: 'file' }],
		[
			'a new group with a picture of the item',
			{ resource: 'group', operation: 'create', name: 'Team', fileSource: 'file' },
		],
	])('is asked for by %s', (_what, parameters) => {
		expect(isAsked(parameters)).toBe(true);
	});

	it.each<[string, INodeParameters]>([
		['a message with an address', { ...image, fileSource: 'url' }],
		['a message that was saved before files of the item', { ...image, imageUrl: 'https://a.b/c' }],
		['a text', text],
		['a text where a file was chosen before', { ...text, fileSource: 'file' }],
		['an operation without messages', { resource: 'session', operation: 'end' }],
	])('is not asked for by %s', (_what, parameters) => {
		expect(isAsked(parameters)).toBe(false);
	});
});
