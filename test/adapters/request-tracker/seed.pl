# Request Tracker "initialdata": one queue as requestTrackerAdapter wants it, with people to write on it.
use strict;
use warnings;

my $QUEUE = 'Technical problems';

our @Users = (
    { Name => 'agent',    Privileged => 1, RealName => 'Ada Agent',      EmailAddress => 'agent@host.example' },
    { Name => 'bridge',   Privileged => 1, RealName => 'Client area',    EmailAddress => 'bridge@host.example' },
    { Name => 'customer', Privileged => 0, RealName => 'Anna Wiśniewska', EmailAddress => 'anna@sklep.example' },
    { Name => 'stranger', Privileged => 0, RealName => 'Sam Stranger',   EmailAddress => 'sam@else.example' },
);
our @Groups = ( { Name => 'Technicians', Description => 'People who intervene on servers',
                  Members => { Users => [qw(agent bridge)] } } );
our @Queues = ( { Name => $QUEUE, Description => 'Interventions on customers\' servers',
                  Lifecycle => 'intervention',
                  CorrespondAddress => 'support@rt.localhost', CommentAddress => 'support-comment@rt.localhost' } );

my $n = 0;
sub cf { my ($name, $type, %more) = @_;
         return { Name => $name, Type => $type, Queue => [$QUEUE], SortOrder => $n++, %more } }
sub choice { my ($name, @options) = @_;
             my $i = 0;
             return cf($name, 'SelectSingle', RenderType => 'Dropdown',
                       Values => [ map { { Name => $_, SortOrder => $i++ } } @options ]) }

# Written once, by the customer's side, when the request is filed; "Sealed credentials" again when they are renewed.
my @filed = (
    cf('Client request id', 'FreeformSingle', UniqueValues => 1),
    cf('Server reference', 'FreeformSingle'),
    choice('Server type', qw(dedicated vps unknown)),
    cf('Operating system', 'FreeformSingle'),
    choice('Access', qw(account ssh-key none)),
    cf('Authorization record', 'TextSingle'),
    cf('Sealed credentials', 'TextSingle'),
);
# Written by engineers, read by the customer.
my @told = (
    choice('Stage', qw(submitted verification assessment in-progress waiting-for-customer escalated done declined
                       extra-unavailable)),
    choice('Method', qw(ssh-rdp ip-kvm rescue vnc datacentre)),
    choice('Effort', qw(standard complex)),
    choice('Login details', qw(opened refused)),
    cf('Next update', 'DateTimeSingle'),
    cf('Offer', 'TextSingle'),
    cf('Summary', 'TextSingle'),
    cf('Checked off', 'FreeformMultiple'),    # by the customer, written down by the bridge
);
our @CustomFields = (@filed, @told);

my @technicians = (GroupDomain => 'UserDefined',    GroupId   => 'Technicians');
my @everyone    = (GroupDomain => 'SystemInternal', GroupType => 'Unprivileged');
my @requestor   = (GroupDomain => 'RT::Queue-Role', Queue => $QUEUE, GroupType => 'Requestor');

our @ACL = (
    ( map { { Right => $_, Queue => $QUEUE, @technicians } } qw(
        SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket
        OwnTicket TakeTicket StealTicket ReassignTicket SeeCustomField ModifyCustomField SetInitialCustomField Watch ) ),
    ( map { { Right => $_, Queue => $QUEUE, @everyone } } qw(SeeQueue CreateTicket) ),
    ( map { { Right => $_, Queue => $QUEUE, @requestor } } qw(ShowTicket ReplyToTicket) ),
);
for my $name (map { $_->{Name} } @CustomFields) {
    push @ACL, { Right => 'SeeCustomField', CF => $name, @everyone } if $name ne 'Sealed credentials';
    push @ACL, { Right => 'SetInitialCustomField', CF => $name, @everyone } if grep { $_->{Name} eq $name } @filed;
}

# RT has no REST call that makes a token. The strings can be read this once: they go, with the ids of the fields, to
# $RT_DIR/seed.json.
our @Final = ( sub {
    require RT::AuthToken;
    require JSON;
    my %seed = (queue => $QUEUE);
    for my $name (qw(agent bridge customer stranger)) {
        my $user = RT::User->new(RT->SystemUser);
        $user->Load($name);
        my ($ok, $msg, $string) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->Id, Description => 'test');
        die "token for $name: $msg" unless $ok;
        $seed{tokens}{$name} = $string;
    }
    for my $name (map { $_->{Name} } @CustomFields) {
        my $cf = RT::CustomField->new(RT->SystemUser);
        $cf->LoadByName(Name => $name, LookupType => 'RT::Queue-RT::Ticket');
        $seed{fields}{$name} = $cf->Id + 0;
    }
    my $file = "$ENV{RT_DIR}/seed.json";
    umask 077;
    open my $fh, '>', $file or die "$file: $!";
    print $fh JSON->new->canonical->pretty->encode(\%seed);
    close $fh;
} );
1;
