import type { IRun, INodeExecutionData } from 'n8n-workflow';

/** The message of a log line that n8n wrote as JSON; other lines are returned as they are. */
function messageOf(line: string): string {
	try {
		return (JSON.parse(line) as { message?: string }).message ?? '';
	} catch {
		return line;
	}
}

/** n8n's record of a run, which `n8n execute --rawOutput` writes as the message of a log line. */
export function runOf(output: string): IRun {
	const record = output
		.split('\n')
		.map(messageOf)
		.find((message) => message.startsWith('{') && message.includes('"resultData"'));
	if (record === undefined) throw new Error('n8n wrote no record of the run');
	return JSON.parse(record) as IRun;
}

/** What a node put out over all its runs. */
export function itemsOf(run: IRun, nodeName: string, outputIndex = 0): INodeExecutionData[] {
	const tasks = run.data.resultData.runData[nodeName] ?? [];
	return tasks.flatMap(({ data }) => data?.main?.[outputIndex] ?? []);
}
