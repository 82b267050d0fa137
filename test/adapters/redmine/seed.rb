# One project as redmineAdapter wants it, with people to write in it; run by redmine.sh with `rails runner`, after
# Redmine's default data: statuses, trackers, roles, workflow.
require 'json'

ActiveJob::Base.queue_adapter = :inline        # a mail's job in another thread would lock SQLite
ActionMailer::Base.perform_deliveries = false
Setting.notified_events = []
Setting.default_notification_option = 'none'
Setting.rest_api_enabled = '1'
Setting.jsonp_enabled = '0'
Setting.login_required = '1'
Setting.self_registration = '0'
Setting.attachment_max_size = '5120'           # KB
Setting.host_name = "127.0.0.1:#{ENV.fetch('RM_PORT')}"

def user(login, first, last, mail)
  one = User.new(login: login, firstname: first, lastname: last, mail: mail, language: 'en')
  one.password = SecureRandom.hex(12)
  one.mail_notification = 'none'
  one.save!
  one
end
people = {
  agent: user('agent', 'Ada', 'Agent', 'agent@host.example'),
  bridge: user('bridge', 'Client', 'Area', 'bridge@host.example'),
  customer: user('customer', 'Anna', 'Wiśniewska', 'anna@sklep.example'),
  stranger: user('stranger', 'Sam', 'Stranger', 'sam@else.example'),
}

tracker = Tracker.find_by!(name: 'Support')
project = Project.new(name: 'Technical problems', identifier: 'technical-problems', is_public: false)
project.trackers = [tracker]
project.enabled_module_names = ['issue_tracking']
project.save!

# "own": a customer sees nothing of another's. To change a status they need to edit their own issues; what else that
# would let them change is made read-only below.
customers = Role.create!(name: 'Customer', issues_visibility: 'own', users_visibility: 'members_of_visible_projects',
  permissions: %i[view_issues add_issues add_issue_notes edit_own_issues])
technicians = Role.create!(name: 'Technician', issues_visibility: 'all',
  permissions: %i[view_issues add_issues edit_issues edit_issue_notes add_issue_notes view_private_notes
                  set_notes_private manage_issue_relations])
{ agent: technicians, bridge: technicians, customer: customers, stranger: customers }.each do |name, role|
  Member.create!(project: project, principal: people[name], roles: [role])
end

statuses = IssueStatus.all.to_a
status = ->(name) { statuses.find { |one| one.name == name } }
transition = ->(role, from, to, more = {}) do
  WorkflowTransition.create!({ tracker: tracker, role: role, old_status: from, new_status: to }.merge(more))
end
statuses.each { |from| statuses.each { |to| transition.(technicians, from, to) unless from == to } }
# The author may end the wait for their answer, open again what was ended, and call a request off.
%w[Feedback Resolved Closed Rejected].each do |from|
  transition.(customers, status.(from), status.('In Progress'), author: true)
end
['New', 'In Progress', 'Feedback'].each do |from|
  transition.(customers, status.(from), status.('Rejected'), author: true)
end

def field(name, format, tracker, **more)
  one = IssueCustomField.new({ name: name, field_format: format, is_for_all: true, visible: true, is_filter: true }.merge(more))
  one.tracker_ids = [tracker.id]
  one.save!
  one
end
# Written once, by the customer's side, when the request is filed. What is sealed engineers alone see.
filed = [
  field('Client request id', 'string', tracker),
  field('Server reference', 'string', tracker),
  field('Server type', 'list', tracker, possible_values: %w[dedicated vps unknown]),
  field('Operating system', 'string', tracker),
  field('Access', 'list', tracker, possible_values: %w[account ssh-key none]),
  field('Authorization record', 'text', tracker),
]
sealed = field('Sealed credentials', 'text', tracker, visible: false, roles: [technicians], is_filter: false)
# Written by engineers, read by the customer.
told = [
  field('Stage', 'list', tracker, possible_values: %w[submitted verification assessment in-progress
    waiting-for-customer escalated done declined extra-unavailable]),
  field('Method', 'list', tracker, possible_values: %w[ssh-rdp ip-kvm rescue vnc datacentre]),
  field('Effort', 'list', tracker, possible_values: %w[standard complex]),
  field('Login details', 'list', tracker, possible_values: %w[opened refused]),
  field('Next update', 'string', tracker, regexp: '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$'),
  field('Offer', 'text', tracker),
  field('Summary', 'text', tracker),
]

# The rules of the first status hold while an issue is made, too.
other = %w[subject description priority_id assigned_to_id start_date due_date done_ratio is_private project_id tracker_id]
after = other + (filed + told).map { |one| one.id.to_s }
statuses.each do |one|
  (one.name == 'New' ? told.map { |own| own.id.to_s } : after).each do |name|
    WorkflowPermission.create!(tracker: tracker, role: customers, old_status_id: one.id, field_name: name, rule: 'readonly')
  end
end

File.write(File.join(ENV.fetch('RM_DIR'), 'seed.json'), JSON.pretty_generate(
  keys: people.transform_values(&:api_key),
  users: people.transform_values(&:id),
  project: project.id,
  tracker: tracker.id,
  fields: (filed + [sealed] + told).to_h { |one| [one.name, one.id] },
  statuses: statuses.to_h { |one| [one.name, one.id] }), perm: 0o600)
