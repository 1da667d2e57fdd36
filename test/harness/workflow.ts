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

/** The examples of the demo, which a button starts, in the order in which they are shown. */
export const examples = ['crm-outreach', 'live-announcement'] as const;

/** Others that a button starts; some of them are started by the clock, or take what customers write. */
export const buttonExamples = [
	'scheduled-notifications',
	'group-announcement',
	'nightly-report',
	'ask-in-chat',
	'invoice-by-chat',
] as const;

/** Those that are started by what customers do; they have to be published to run. */
export const triggerExamples = ['two-way-support', 'live-moderation'] as const;

/** One that receives the callbacks for several workflows, after those that it calls. */
export const callbackExamples = [
	'callback-direct-messages',
	'callback-sessions',
	'callback-dispatcher',
] as const;

/** Examples that need a language model beside this package: they cannot run everywhere. */
export const aiExamples = [
	'ai-agent-support',
	'ai-agent-rich-text',
	'ai-agent-stream',
	'ai-agent-photo',
] as const;

/** Everything in the folder examples/. */
export const allExamples = [
	...examples,
	...buttonExamples,
	...triggerExamples,
	...callbackExamples,
	...aiExamples,
] as const;

/** The name of a file in examples/, without its ending. */
export type ExampleName = (typeof allExamples)[number];

/** Reads a workflow of the folder examples/. */
export function readExample(name: ExampleName): WorkflowJson {
	return JSON.parse(readFileSync(inProject('examples', `${name}.json`), 'utf8')) as WorkflowJson;
}
