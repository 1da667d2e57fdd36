import type { IDataObject } from 'n8n-workflow';
import type { Downloads } from '../../contract';
import { readDownload } from '../../messages/downloadOptions';
import { remoteFiles } from '../../messages/remoteFiles';
import type { Fields } from '../../parameters/fields';

/** What the options of a list of messages say about their files. */
export function messageDownloads(fields: Fields): Downloads | undefined {
	const wanted = readDownload(fields.collection('options', 'Options'));
	return (
		wanted && {
			maxSize: wanted.maxSize,
			filesOf: ({ MsgBody }: IDataObject) => remoteFiles(MsgBody, wanted.imageSize),
		}
	);
}
