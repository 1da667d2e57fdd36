/** The commands of the API that the tests speak of most. */
export const sendmsg = 'openim/sendmsg';
export const deskSend = 'desk_http_svc/send_msg';
export const contactUser = 'desk_http_svc/contact_user';
export const liveTextCommand = 'live_engine_http_srv/send_text_msg';
export const accountCheck = 'im_open_login_svc/account_check';
export const accountImport = 'im_open_login_svc/account_import';
