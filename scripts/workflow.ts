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

/** The example workflows that are started by hand, in the order in which they are shown. */
export const EXAMPLES = ['crm-outreach', 'live-announcement'] as const;

/** Those that Tencent's callbacks start; the one that receives them comes last. */
export const CALLBACK_EXAMPLES = [
	'callback-direct-messages',
	'callback-sessions',
	'callback-dispatcher',
] as const;

type Example = (typeof EXAMPLES | typeof CALLBACK_EXAMPLES)[number];

/** Reads a workflow of the folder examples/. */
export function readExample(name: Example): WorkflowJson {
	return JSON.parse(readFileSync(inProject('examples', `${name}.json`), 'utf8')) as WorkflowJson;
}
