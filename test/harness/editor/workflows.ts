import type { IConnections, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../demoCredential';
import { credentialType, packageName } from '../project';
import type { WorkflowJson } from '../workflow';

/** The trigger of the workflows made here. */
export const start = 'Start';

/** A resource locator, as n8n stores it. */
export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

/** What the tab "Settings" of a node holds. */
export type NodeSettings = Pick<
	INode,
	'onError' | 'executeOnce' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'
>;

/** A node with our credential attached. */
export interface NodeSketch extends NodeSettings {
	name: string;
	parameters: INodeParameters;
	/** Default: this package's action node. */
	type?: string;
	typeVersion?: number;
}

const trigger: INode = {
	id: 'start',
	name: start,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const nodeOf = (
	{ type, typeVersion, ...sketch }: NodeSketch,
	id: string,
	position: [number, number],
): INode => ({
	id,
	type: type ?? `${packageName}.tencentChatDesk`,
	typeVersion: typeVersion ?? 1,
	position,
	credentials: { [credentialType]: { ...demoCredential } },
	...sketch,
});

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

/** A workflow whose trigger starts each of the given nodes, side by side. */
export function sideBySide(id: string, sketches: NodeSketch[]): WorkflowJson & { id: string } {
	const nodes = sketches.map((sketch, index) =>
		nodeOf(sketch, `${id}-${index}`, [240, index * 180]),
	);
	return {
		id,
		name: id,
		nodes: [trigger, ...nodes],
		connections: { [start]: { main: [nodes.map(({ name }) => to(name))] } },
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow whose nodes follow one another, the first of them with these items. */
export function inARow(name: string, items: IDataObject[], sketches: NodeSketch[]): WorkflowJson {
	const nodes = [
		trigger,
		...sketches.map((sketch, index) => nodeOf(sketch, `${index}`, [240 * (index + 1), 0])),
	];
	const connections: IConnections = Object.fromEntries(
		nodes.slice(1).map((node, index) => [nodes[index]!.name, { main: [[to(node.name)]] }]),
	);
	return {
		name,
		nodes,
		connections,
		settings: { executionOrder: 'v1' },
		pinData: { [start]: items.map((json) => ({ json })) },
	};
}
