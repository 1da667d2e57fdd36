import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../../../json';
import type { World } from '../../../state/world';

/** The name of the file with the messages of an hour. */
export const archiveName = (chatType: string, hour: string) => `${chatType}-${hour}`;

/**
 * The text of an archive file (1047/34885): a line with the hour, then a message on each line with a
 * comma behind it, then a line that closes the list.
 */
export function archiveText(
	sdkAppId: number,
	chatType: string,
	hour: string,
	messages: readonly JsonObject[],
): string {
	const head = JSON.stringify({ SdkAppId: sdkAppId, ChatType: chatType, MsgTime: hour });
	return [
		`${head.slice(0, -1)},"MsgList":[`,
		...messages.map(
			(message, index) => `${JSON.stringify(message)}${index + 1 < messages.length ? ',' : ''}`,
		),
		']}',
	].join('\n');
}

/** The packed file; undefined where the hour has none. */
export function packedArchive(
	world: World,
	sdkAppId: number,
	chatType: string,
	hour: string,
): Buffer | undefined {
	const messages = world.archive.get(archiveName(chatType, hour));
	return messages && gzipSync(archiveText(sdkAppId, chatType, hour, messages));
}
