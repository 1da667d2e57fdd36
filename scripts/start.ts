/**
 * npm start [-- --port 5678 --simulator-port 8765]
 *
 * Opens a real n8n with this package, a ready credential, all examples and a local simulator to send
 * to. --port is that of n8n's editor, --simulator-port that of the inbox. Everything is kept in
 * .cache/n8n-user, so that the second start is quick; delete that folder to begin anew.
 */
import { linkPackage } from '../test/harness/n8n';
import { inProject } from '../test/harness/project';
import { showN8n } from './start/running';
import { runMain } from '../test/harness/main';

runMain(() =>
	showN8n({
		command: 'npm start',
		userFolder: inProject('.cache', 'n8n-user'),
		placePackage: linkPackage,
	}),
);
