# The throw-away Request Tracker of rt.sh. Read by way of $RT_SITE_CONFIG.
my $dir  = $ENV{RT_DIR}  || die 'RT_DIR';
my $port = $ENV{RT_PORT} || die 'RT_PORT';

Set($rtname,         'hosting-demo');
Set($Organization,   'rt.localhost');
Set($Timezone,       'UTC');
Set($WebDomain,      '127.0.0.1');
Set($WebPort,        $port);
Set($WebBaseURL,     "http://127.0.0.1:$port");

Set($DatabaseType,   'SQLite');
Set($DatabaseName,   "$dir/rt.sqlite3");

Set($LogToSyslog,    undef);
Set($LogToSTDERR,    'warning');
Set($MailCommand,    'mbox');    # no mail leaves: it lands in $VarPath/*.mbox
Set($CorrespondAddress, 'support@rt.localhost');
Set($CommentAddress,    'support-comment@rt.localhost');

$RT::VarPath         = "$dir/var";
$RT::MasonDataDir    = "$dir/mason_data";
$RT::MasonSessionDir = "$dir/session_data";

# RT's own statuses and "cancelled". By the right to reply, the requestor may end the wait for their answer, open again
# what was ended, and call a request off; ModifyTicket would let them change all the rest.
Set(%Lifecycles,
    intervention => {
        initial  => [qw(new)],
        active   => [qw(open stalled)],
        inactive => [qw(resolved rejected cancelled deleted)],
        defaults => { on_create => 'new', approved => 'open', denied => 'rejected',
                      reminder_on_open => 'open', reminder_on_resolve => 'resolved' },
        transitions => {
            ''        => [qw(new open resolved)],
            new       => [qw(open stalled resolved rejected cancelled deleted)],
            open      => [qw(new stalled resolved rejected cancelled deleted)],
            stalled   => [qw(new open resolved rejected cancelled deleted)],
            resolved  => [qw(open)],
            rejected  => [qw(open)],
            cancelled => [qw(open)],
            deleted   => [qw(open)],
        },
        rights => {
            '* -> deleted'      => 'DeleteTicket',
            '* -> cancelled'    => 'ReplyToTicket',
            'resolved -> open'  => 'ReplyToTicket',
            'rejected -> open'  => 'ReplyToTicket',
            'cancelled -> open' => 'ReplyToTicket',
            'stalled -> open'   => 'ReplyToTicket',
            '* -> *'            => 'ModifyTicket',
        },
        actions => [
            'new -> open'      => { label => 'Start',            update => 'Respond' },
            'open -> stalled'  => { label => 'Ask the customer', update => 'Respond' },
            'stalled -> open'  => { label => 'Resume' },
            'open -> resolved' => { label => 'Resolve',          update => 'Respond' },
            'new -> rejected'  => { label => 'Decline',          update => 'Respond' },
            'open -> rejected' => { label => 'Decline',          update => 'Respond' },
            # REST tells a user only of moves that are listed here.
            ( map { ( "$_ -> cancelled" => { label => 'Call off', update => 'Respond' } ) } qw(new open stalled) ),
            ( map { ( "$_ -> open"      => { label => 'Reopen',   update => 'Respond' } ) } qw(resolved rejected cancelled) ),
        ],
    },
);
1;
