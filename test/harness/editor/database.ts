import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import { outputOf } from '../processes';
import { n8nFolder } from '../n8n';
import { nodeForN8n } from '../n8n/install';

// Runs in n8n's Node.js, which has SQLite built in. Reading rows instead of the file's bytes finds
// texts that SQLite spreads over several pages.
const dump = `
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1]);
if (process.argv[2]) database.prepare('UPDATE execution_data SET data = data || ?').run(process.argv[2]);
const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
for (const { name } of tables) {
	for (const row of database.prepare('SELECT * FROM "' + name + '"').all()) {
		console.log(name + ' ' + JSON.stringify(row, (_key, value) =>
			value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
	}
}`;

function run(file: string, planted = ''): string {
	return outputOf(nodeForN8n(), ['-e', dump, file, planted], { maxBuffer: 512 * 1024 * 1024 });
}

const databaseFile = (userFolder: string) => join(n8nFolder(userFolder), 'database.sqlite');

// n8n 2.0 publishes what is in its history only, and its import of workflows leaves that out.
const completeHistorySql = `
const { DatabaseSync } = require('node:sqlite');
new DatabaseSync(process.argv[1]).exec(\`
	INSERT INTO workflow_history (versionId, workflowId, authors, nodes, connections)
	SELECT versionId, id, 'import', nodes, connections FROM workflow_entity
	WHERE versionId NOT IN (SELECT versionId FROM workflow_history)\`);`;

/** Sees to it that every stored workflow can be published. */
export function completeHistory(userFolder: string): void {
	outputOf(nodeForN8n(), ['-e', completeHistorySql, databaseFile(userFolder)]);
}

const rowSizeSql = `
const { DatabaseSync } = require('node:sqlite');
const rows = new DatabaseSync(process.argv[1])
	.prepare('SELECT length(value) AS size FROM processed_data WHERE workflowId = ?')
	.all(process.argv[2]);
console.log(rows.reduce((sum, { size }) => sum + size, 0));`;

/** Characters of what the nodes of a workflow remember over executions. */
export const rememberedSize = (userFolder: string, workflowId: string): number =>
	Number(outputOf(nodeForN8n(), ['-e', rowSizeSql, databaseFile(userFolder), workflowId]));

/** Every row of every table of n8n's database, one per line, the table's name in front. */
export function databaseRows(userFolder: string): string {
	return run(databaseFile(userFolder));
}

/** The same of a copy of the database in which each execution's record holds `planted`. */
export function databaseRowsWith(userFolder: string, planted: string): string {
	const copy = join(userFolder, 'copy.sqlite');
	const original = databaseFile(userFolder);
	for (const suffix of ['', '-wal', '-shm']) {
		if (existsSync(original + suffix)) copyFileSync(original + suffix, copy + suffix);
	}
	return run(copy, planted);
}

/** How many executions the database keeps the data of. */
export const storedExecutions = (rows: string): number =>
	rows.split('\n').filter((row) => row.startsWith('execution_data ')).length;
