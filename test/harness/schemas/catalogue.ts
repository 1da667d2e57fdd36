import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { resources } from '../../../nodes/TencentChatDesk/operations';
import type { Simulator } from '../../../simulator';
import { answerLinks } from '../answerLinks';
import type { OperationSample, SampleStep } from '../operationSample';
import { operationSamples } from '../operationSamples';
import { demoCredentialData } from '../demoCredential';
import { runNode, type NodeRun } from '../engine';
import { credentialType } from '../project';
import { schemaOf } from './jsonSchema';

export interface CatalogueEntry {
	resource: string;
	operation: string;
	/** `resource.operation`. */
	key: string;
}

/** Every operation of the catalogue. */
export const catalogue: readonly CatalogueEntry[] = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		resource: resource.value,
		operation: operation.value,
		key: `${resource.value}.${operation.value}`,
	})),
);

async function answered(
	{ visit }: NodeRun,
	link: string | undefined,
	form: IDataObject,
): Promise<INodeExecutionData[]> {
	if (link === undefined) throw new Error('No message holds a link to a page for the answer');
	const { items, page } = await visit(link, { method: 'POST', form });
	if (items) return items;
	throw new Error(`The answer was not taken:\n${page}`);
}

const sampleOf = (key: string): OperationSample => {
	const sample = operationSamples[key];
	if (!sample) throw new Error(`test/harness/operationSamples.ts has no sample of ${key}`);
	return sample;
};

async function outputOfStep(
	simulator: Simulator,
	key: string,
	{ parameters, ...picked }: SampleStep,
	items: IDataObject[],
	answer?: IDataObject,
): Promise<IDataObject[]> {
	const result = await runNode({ parameters: { ...picked, ...parameters } }, items, {
		credentials: { [credentialType]: demoCredentialData(simulator.url) },
	});
	const { error } = result;
	if (error) throw new Error(`The sample of ${key} fails: ${error.message}`);
	const output = answer
		? await answered(result, answerLinks(simulator.conversations()).at(-1), answer)
		: [...result.output, ...result.errorOutput];
	if (output.length === 0) throw new Error(`The sample of ${key} puts nothing out`);
	return output.map(({ json }) => json);
}

/** Makes a fresh demo world in which an operation's sample can run; gives the items it runs on. */
export async function prepare(
	simulator: Simulator,
	{ key }: CatalogueEntry,
): Promise<IDataObject[]> {
	const { before, steps = [] } = sampleOf(key);
	simulator.reset();
	before?.(simulator.world());
	let items: IDataObject[] = [{}];
	for (const step of steps) items = await outputOfStep(simulator, key, step, items);
	return items;
}

/**
 * What an operation puts out when its sample runs in n8n's engine, in a fresh demo world.
 *
 * @param beforeRun after everything that the sample needs was done
 */
export async function outputOf(
	simulator: Simulator,
	entry: CatalogueEntry,
	beforeRun?: () => void,
): Promise<IDataObject[]> {
	const { key, resource, operation } = entry;
	const { parameters, answer } = sampleOf(key);
	const items = await prepare(simulator, entry);
	beforeRun?.();
	return await outputOfStep(simulator, key, { resource, operation, parameters }, items, answer);
}

/** The text of an operation's preview file. */
export function schemaText(output: IDataObject[]): string {
	return `${JSON.stringify({ ...schemaOf(output), version: 1 }, null, 2)}\n`;
}
