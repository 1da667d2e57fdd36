import { readFileSync } from 'node:fs';

import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';

import { inProject } from './project';

/** A workflow as n8n exports it: the parts that a run needs. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** The example workflows, in the order in which they are shown. */
export const EXAMPLES = ['crm-outreach', 'live-announcement'] as const;

/** Reads a workflow of the folder examples/. */
export function readExample(name: (typeof EXAMPLES)[number]): WorkflowJson {
	return JSON.parse(readFileSync(inProject('examples', `${name}.json`), 'utf8')) as WorkflowJson;
}
