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

/** Examples that need a language model beside this package: they cannot run everywhere. */
export const AI_EXAMPLES = ['ai-agent-support'] as const;

/** Reads a workflow of the folder examples/. */
export function readExample(name: (typeof EXAMPLES | typeof AI_EXAMPLES)[number]): WorkflowJson {
	return JSON.parse(readFileSync(inProject('examples', `${name}.json`), 'utf8')) as WorkflowJson;
}
