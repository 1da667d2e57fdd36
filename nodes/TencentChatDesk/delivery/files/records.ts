import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, FileRule } from '../../contract';
import { type Failure, failureOf } from '../errors/failure';
import type { Client } from '../transport/client';
import { Unpacker } from '../transport/gunzip';
import { Lines } from '../transport/lines';

const damaged = failureOf(
	'transient',
	'A file of Tencent broke off or is damaged',
	'Run the item again; reading it a second time does no harm.',
);

/** The records of one file, until there are enough of them. */
async function readFile(
	client: Client,
	rule: FileRule,
	address: string,
	records: IDataObject[],
	wanted: number,
	timeout: number,
): Promise<Failure | undefined> {
	let hasEnded = false;
	const lines = new Lines((line) => {
		if (rule.isEnd(line)) hasEnded = true;
		const record = records.length < wanted ? rule.record(line) : undefined;
		if (record) records.push(record);
	});
	const unpacker = new Unpacker((piece) => lines.add(piece));
	const failure = await client.download(address, timeout, (chunk) => {
		unpacker.add(chunk);
		return records.length < wanted;
	});
	if (failure) return failure;
	if (records.length >= wanted) return undefined;
	lines.end();
	return hasEnded ? undefined : damaged;
}

/**
 * A response with the records of the files that it names, or why they could not be read.
 *
 * @param wanted records after which reading ends
 * @param timeout milliseconds for each file
 */
export async function withRecordsOfFiles(
	client: Client,
	rule: FileRule,
	response: ApiResponse,
	wanted: number,
	timeout: number,
): Promise<{ response: ApiResponse } | { failure: Failure }> {
	const records: IDataObject[] = [];
	for (const address of rule.addresses(response)) {
		if (records.length >= wanted) break;
		const failure = await readFile(client, rule, address, records, wanted, timeout);
		if (failure) return { failure };
	}
	return { response: { ...response, [rule.field]: records } };
}
