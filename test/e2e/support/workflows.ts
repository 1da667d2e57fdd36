import type { INode, INodeParameters } from 'n8n-workflow';

import { DEMO_CREDENTIAL } from '../../../scripts/demoCredential';
import { CREDENTIAL_TYPE, PACKAGE_NAME } from '../../../scripts/project';
import type { WorkflowJson } from '../../../scripts/workflow';

const START = 'Start';

/** A resource locator, as n8n stores it. */
export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

/** A node that is not this package's, with our credential attached. */
export interface NodeSketch {
	name: string;
	parameters: INodeParameters;
	/** Default: this package's action node. */
	type?: string;
	typeVersion?: number;
	onError?: INode['onError'];
}

/** A workflow whose trigger starts each of the given nodes, side by side. */
export function sideBySide(id: string, sketches: NodeSketch[]): WorkflowJson & { id: string } {
	const trigger: INode = {
		id: 'start',
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodes = sketches.map(({ type, typeVersion, ...sketch }, index): INode => ({
		id: `${id}-${index}`,
		type: type ?? `${PACKAGE_NAME}.tencentChatDesk`,
		typeVersion: typeVersion ?? 1,
		position: [240, index * 180],
		credentials: { [CREDENTIAL_TYPE]: { ...DEMO_CREDENTIAL } },
		...sketch,
	}));
	const targets = nodes.map(({ name }) => ({ node: name, type: 'main' as const, index: 0 }));
	return {
		id,
		name: id,
		nodes: [trigger, ...nodes],
		connections: { [START]: { main: [targets] } },
		settings: { executionOrder: 'v1' },
	};
}
