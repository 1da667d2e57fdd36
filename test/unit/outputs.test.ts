import { NodeHelpers, Workflow, type INode, type INodeTypes } from 'n8n-workflow';

import { resources } from '../../nodes/TencentChatDesk/operations';
import { TencentChatDesk } from '../../nodes/TencentChatDesk/TencentChatDesk.node';

const type = new TencentChatDesk();
const nodeTypes = { getByNameAndVersion: () => type } as unknown as INodeTypes;

/** The outputs that n8n gives a node with these parameters, by their names. */
function outputsOf(parameters: INode['parameters'], more: Partial<INode> = {}) {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: 'tencentChatDesk',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, node, type.description).map((output) =>
		typeof output === 'string' ? output : (output.displayName ?? output.type),
	);
}

const taking = { resource: 'callback', operation: 'takeAnswer' };

describe('the outputs of the node', () => {
	it('are two for what tells answers from other messages, and one for everything else', () => {
		const several = resources.flatMap(({ value: resource, operations }) =>
			operations.flatMap(({ value: operation }) => {
				const outputs = outputsOf({ resource, operation });
				return outputs.length === 1 && outputs[0] === 'main' ? [] : [[operation, outputs]];
			}),
		);
		expect(several).toEqual([['takeAnswer', ['Answer', 'Not an Answer']]]);
	});

	it('are one for a node as it is added, and where an operation is not known', () => {
		for (const parameters of [{}, { resource: 'later', operation: 'other' }]) {
			expect(outputsOf(parameters)).toEqual(['main']);
		}
	});

	it('are followed by that for errors', () => {
		const onError = 'continueErrorOutput' as const;
		expect(outputsOf(taking, { onError })).toEqual(['Answer', 'Not an Answer', 'Error']);
		expect(outputsOf({}, { onError })).toEqual(['Success', 'Error']);
	});
});
